package org.ehcexchange.evidence;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.sealing.Flaw;
import org.ehcexchange.sealing.Header;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.KeyRing;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.sealing.PinnedKey;
import org.ehcexchange.sealing.Type;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks signatures with the keys that the file itself brings: that they belong together is what a
/// file can prove, whose they are is not.
final class Signatures {

    private final Map<OrganisationCode, List<PinnedKey>> keys = new LinkedHashMap<>();

    sealed interface Checked {
        record Right(Jws jws) implements Checked {}

        /// @param what is wrong, in words that go on after what it is
        record Wrong(String what) implements Checked {}
    }

    /// @return what is wrong with the key's line
    Optional<String> add(Line.Key line, Line.Head head) {
        OrganisationCode owner = line.organisation();
        if (!head.parties().contains(owner) && !head.exchange().equals(owner)) {
            return Optional.of("the key is of %s, who has no part in this".formatted(owner));
        }
        return switch (Keys.read(line.members())) {
            case Keys.Reading.Unusable(var problems) ->
                    Optional.of(
                            "the key of %s is not usable: %s"
                                    .formatted(owner, problems.getFirst().reason()));
            case Keys.Reading.Key(var jwk) -> {
                keys.computeIfAbsent(owner, none -> new ArrayList<>())
                        .add(new PinnedKey(jwk, line.from(), line.until()));
                yield Optional.empty();
            }
        };
    }

    /// A key must have counted at the time of signing: evidence is read long after.
    Checked check(String text, Type type) {
        return switch (Jws.read(text.getBytes(StandardCharsets.UTF_8), type)) {
            case Jws.Reading.Unreadable(var flaws) ->
                    new Checked.Wrong("cannot be read: " + words(flaws));
            case Jws.Reading.Read(var jws) -> check(jws);
        };
    }

    private Checked check(Jws jws) {
        KeyRing ring = organisation -> keys.getOrDefault(organisation, List.of());
        return switch (ring.check(jws, jws.header().issuedAt())) {
            case KeyRing.Checking.Signed _ -> new Checked.Right(jws);
            case KeyRing.Checking.NotSigned(var flaw) ->
                    new Checked.Wrong(id(jws) + ": " + words(List.of(flaw)));
        };
    }

    List<Verdict.Key> keys() {
        List<Verdict.Key> all = new ArrayList<>();
        keys.forEach(
                (organisation, each) ->
                        each.forEach(key -> all.add(new Verdict.Key(organisation, key.id()))));
        return all;
    }

    static String id(Jws jws) {
        Header header = jws.header();
        return "%s from %s to %s".formatted(header.id(), header.issuer(), header.audience());
    }

    /// The first of what is wrong.
    static String words(List<Flaw> flaws) {
        Violation first = flaws.getFirst().violation();
        return first.pointer().isEmpty()
                ? first.problem()
                : first.problem() + " (" + first.pointer() + ")";
    }
}
