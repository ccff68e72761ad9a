package org.ehcexchange.documents;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.documents.PartRows.Row;
import org.ehcexchange.documents.Parts.Announced;
import org.ehcexchange.documents.Parts.Announcing;
import org.ehcexchange.documents.Parts.Held;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Notes which parts are to come, within what one sender may have under way.
@Component
class Announcements {

    private final PartsSettings limits;
    private final DocumentsSettings settings;
    private final PartRows rows;
    private final DocumentRows documents;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Announcements(
            PartsSettings limits,
            DocumentsSettings settings,
            PartRows rows,
            DocumentRows documents,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.limits = limits;
        this.settings = settings;
        this.rows = rows;
        this.documents = documents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param held how much of a part is here
    Announcing note(OrganisationCode owner, List<Announced> parts, Function<Row, Held> held) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            check("/parts/" + i, parts.get(i), violations);
        }
        return violations.isEmpty()
                ? Objects.requireNonNull(
                        transaction.execute(status -> noteWithin(owner, parts, held)))
                : new Announcing.Refused(violations);
    }

    private void check(String pointer, Announced part, List<Violation> violations) {
        if (part.size() > settings.maxSize().toBytes()) {
            violations.add(
                    new Violation(
                            pointer + "/size",
                            "The part is larger than %d bytes, the most this exchange takes."
                                    .formatted(settings.maxSize().toBytes()),
                            "Ask the exchange's operator to raise the limit, or split the"
                                    + " document."));
        }
        if (!settings.allowedTypes().contains(part.mediaType())) {
            violations.add(
                    new Violation(
                            pointer + "/mediaType",
                            "The part is announced as %s, which this exchange does not take."
                                    .formatted(part.mediaType()),
                            "Send one of: %s."
                                    .formatted(String.join(", ", settings.allowedTypes()))));
        }
    }

    private Announcing noteWithin(
            OrganisationCode owner, List<Announced> parts, Function<Row, Held> held) {
        rows.lock(owner);
        Map<String, Row> known =
                rows.of(owner).stream()
                        .collect(Collectors.toMap(row -> row.part().sha256(), row -> row));
        Map<String, Announced> fresh = fresh(owner, parts, known);
        List<Violation> violations = limit(known, fresh);
        if (!violations.isEmpty()) {
            return new Announcing.Refused(violations);
        }
        fresh.values().forEach(part -> rows.put(owner, part, clock.instant()));
        return new Announcing.Noted(
                parts.stream().map(part -> held(owner, part, held)).distinct().toList());
    }

    /// What is neither here as a document nor announced the same before.
    private Map<String, Announced> fresh(
            OrganisationCode owner, List<Announced> parts, Map<String, Row> known) {
        Map<String, Announced> fresh = new LinkedHashMap<>();
        for (Announced part : parts) {
            Row before = known.get(part.sha256());
            if ((before == null || !before.part().equals(part)) && !documents.has(owner, part)) {
                fresh.put(part.sha256(), part);
            }
        }
        return fresh;
    }

    private Held held(OrganisationCode owner, Announced part, Function<Row, Held> held) {
        return rows.find(owner, part.sha256())
                .map(held)
                .orElseGet(
                        () ->
                                new Held(
                                        part.sha256(),
                                        part.size(),
                                        part.mediaType(),
                                        part.size(),
                                        true));
    }

    private List<Violation> limit(Map<String, Row> known, Map<String, Announced> fresh) {
        Map<String, Announced> all = new LinkedHashMap<>();
        known.forEach((hash, row) -> all.put(hash, row.part()));
        all.putAll(fresh);
        long bytes = all.values().stream().mapToLong(Announced::size).sum();
        if (fresh.isEmpty()
                || (all.size() <= limits.most() && bytes <= limits.mostBytes().toBytes())) {
            return List.of();
        }
        return List.of(
                new Violation(
                        "/parts",
                        "With these, %d parts of %d bytes would be under way; at most %d parts of %d bytes may be."
                                .formatted(
                                        all.size(),
                                        bytes,
                                        limits.most(),
                                        limits.mostBytes().toBytes()),
                        "Send the messages that name what is here already, then announce the"
                                + " rest."));
    }
}
