package org.ehcexchange.evidence;

import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kind;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.canonical.Texts;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One line of the file, as it says of itself.
sealed interface Line {

    /// Its number, from 1.
    long number();

    /// SHA-256 of the line before it; absent in the first.
    @Nullable String previous();

    /// @param parties the two organisations between whom everything passed
    /// @param exchange whose exchange made and sealed the file
    record Head(
            long number,
            @Nullable String previous,
            UUID conversation,
            List<OrganisationCode> parties,
            OrganisationCode exchange,
            Instant madeAt)
            implements Line {}

    /// @param members of the public key as it stands there (RFC 7517)
    record Key(
            long number,
            @Nullable String previous,
            OrganisationCode organisation,
            Map<String, String> members,
            @Nullable Instant from,
            @Nullable Instant until)
            implements Line {}

    record Message(long number, @Nullable String previous, String jws) implements Line {}

    record Receipt(long number, @Nullable String previous, String jws) implements Line {}

    /// What happened, in words; signed only as part of the whole.
    record State(long number, @Nullable String previous) implements Line {}

    record Seal(long number, @Nullable String previous, String jws) implements Line {}

    enum Word implements Code {
        HEAD,
        KEY,
        MESSAGE,
        RECEIPT,
        STATE,
        SEAL
    }

    String VERSION = "1";

    Kind<String> ANY = Kind.text(Parsed.Value::new, "");
    Kind<String> VERSIONS =
            Kind.text(
                    text ->
                            text.equals(VERSION)
                                    ? new Parsed.Value<>(text)
                                    : new Parsed.Problem<>(
                                            "This version of the file is not known here.",
                                            "Check it with a newer program."),
                    VERSION);
    Kind<Map<String, String>> JWK = Kind.object(Line::jwk);

    /// When a key counts: any year, as a directory may say it.
    Kind<Instant> TIME = Kind.text(Line::time, Instant.EPOCH);

    static Form<Line> read(Map<String, Object> tree) {
        return Form.read(tree, "line", Word.class, Line::read);
    }

    private static Line read(Word word, Fields fields) {
        long number = fields.required("n", Kinds.SIZE);
        String previous = word == Word.HEAD ? null : fields.required("previous", Texts.SHA_256);
        return switch (word) {
            case HEAD -> head(number, fields);
            case KEY -> key(number, previous, fields);
            case MESSAGE -> new Message(number, previous, fields.required("jws", ANY));
            case RECEIPT -> new Receipt(number, previous, fields.required("jws", ANY));
            case STATE -> state(number, previous, fields);
            case SEAL -> new Seal(number, previous, fields.required("jws", ANY));
        };
    }

    private static Line head(long number, Fields fields) {
        fields.required("version", VERSIONS);
        return new Head(
                number,
                null,
                fields.required("conversation", Kinds.UNIQUE_ID),
                fields.list("parties", Kinds.ORGANISATION, 2),
                fields.required("exchange", Kinds.ORGANISATION),
                fields.required("madeAt", Kinds.MOMENT).toInstant());
    }

    private static Line key(long number, @Nullable String previous, Fields fields) {
        return new Key(
                number,
                previous,
                fields.required("organisation", Kinds.ORGANISATION),
                fields.required("jwk", JWK),
                fields.optional("from", TIME),
                fields.optional("until", TIME));
    }

    private static Parsed<Instant> time(String text) {
        try {
            return new Parsed.Value<>(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return new Parsed.Problem<>(
                    "This is not a time.", "A time is such as 2026-06-01T08:00:00Z.");
        }
    }

    private static Map<String, String> jwk(Fields fields) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String name : List.of("kty", "crv", "x", "y", "kid", "use", "alg")) {
            String member = fields.optional(name, ANY);
            if (member != null) {
                members.put(name, member);
            }
        }
        return members;
    }

    private static Line state(long number, @Nullable String previous, Fields fields) {
        fields.required("at", Kinds.MOMENT);
        fields.required("what", ANY);
        fields.optional("by", Kinds.ORGANISATION);
        fields.optional("message", Kinds.UNIQUE_ID);
        return new State(number, previous);
    }

    /// A key's public members as a line has them.
    static Map<String, Object> members(ECKey key) {
        return key.toPublicJWK().toJSONObject();
    }
}
