package org.ehcexchange.sealing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What two exchanges sign, for every test that needs it: Northshire sends, Southmere receives.
public final class Sealed {

    public static final OrganisationCode NORTHSHIRE = new OrganisationCode("LA:998");
    public static final OrganisationCode SOUTHMERE = new OrganisationCode("LA:999");
    public static final ECKey NORTHSHIRE_KEY = Keys.generate();
    public static final ECKey SOUTHMERE_KEY = Keys.generate();
    public static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path TRANSFER = Path.of("mappings/canonical/examples/plan-transfer.json");

    private Sealed() {}

    /// Both organisations, each with one key that always counts.
    public static KeyRing keys() {
        return organisation ->
                Map.of(NORTHSHIRE, NORTHSHIRE_KEY, SOUTHMERE, SOUTHMERE_KEY).entrySet().stream()
                        .filter(entry -> entry.getKey().equals(organisation))
                        .map(entry -> pinned(entry.getValue()))
                        .toList();
    }

    public static PinnedKey pinned(ECKey key) {
        return new PinnedKey(key.toPublicJWK(), null, null);
    }

    /// The published example of a plan transfer, as text.
    public static String transferText() {
        try {
            return JSON.readTree(TRANSFER.toFile()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static EhcMessage message(String text) {
        try {
            Map<String, Object> tree = JSON.readValue(text, new TypeReference<>() {});
            return switch (CanonicalReader.read(tree)) {
                case Reading.Valid(var message) -> message;
                case Reading.Invalid(var violations) ->
                        throw new IllegalArgumentException(violations.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SealedMessage transfer() {
        String text = transferText();
        return SealedMessage.seal(message(text), text, NORTHSHIRE_KEY, NOW);
    }

    public static SealedReceipt receipt(SealedMessage sealed) {
        return SealedReceipt.sign(
                SealedReceipt.Content.of(sealed, NOW.plusSeconds(2)),
                SOUTHMERE_KEY,
                NOW.plusSeconds(2));
    }

    /// Signs any payload as Northshire's message, for payloads no exchange would write.
    public static Jws signed(String payload) {
        Header header = transfer().jws().header();
        return Jws.sign(
                NORTHSHIRE_KEY, header, payload.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static String payload(Jws jws) {
        return new String(jws.payload(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /// Northshire's header with one thing said differently.
    static Jws withHeader(String headerJson) {
        String text = transfer().jws().text();
        String rest = text.substring(text.indexOf('.'));
        return new Jws(Base64Text.of(headerJson) + rest, transfer().jws().header(), new byte[0]);
    }

    static List<String> words(List<Flaw> flaws) {
        return flaws.stream()
                .map(flaw -> (flaw.fault().code() + " " + flaw.violation().pointer()).strip())
                .toList();
    }
}
