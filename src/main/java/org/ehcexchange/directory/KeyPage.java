package org.ehcexchange.directory;

import org.ehcexchange.sealing.Keys;
import org.ehcexchange.sealing.PinnedKey;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the pinned keys of another exchange: JSON Web Keys, each with the time it counts.
final class KeyPage {

    private final Page page;

    KeyPage(Page page) {
        this.page = page;
    }

    List<PinnedKey> read(Fields channel) {
        return channel.nestedList("keys", this::key);
    }

    private Optional<PinnedKey> key(Fields fields) {
        Instant from = time(fields, "from");
        Instant until = time(fields, "until");
        if (from != null && until != null && !from.isBefore(until)) {
            page.problem(fields.line(), "'from' is not before 'until': the key would never count");
        }
        Map<String, Value> members = fields.theRest();
        return switch (Keys.read(texts(members))) {
            case Keys.Reading.Key(var jwk) -> Optional.of(new PinnedKey(jwk, from, until));
            case Keys.Reading.Unusable(var problems) -> {
                problems.forEach(problem -> report(problem, members, fields.line()));
                yield Optional.empty();
            }
        };
    }

    private static Map<String, String> texts(Map<String, Value> members) {
        return members.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text()));
    }

    private void report(Keys.Problem problem, Map<String, Value> members, int line) {
        Value member = members.get(problem.member());
        page.problem(member == null ? line : member.line(), problem.reason());
    }

    private @Nullable Instant time(Fields fields, String key) {
        Optional<Value> value = fields.text(key);
        try {
            return value.map(given -> Instant.parse(given.text())).orElse(null);
        } catch (DateTimeParseException e) {
            value.ifPresent(
                    given ->
                            page.problem(
                                    given.line(),
                                    "'" + key + "' is not a time like 2026-12-01T00:00:00Z"));
            return null;
        }
    }
}
