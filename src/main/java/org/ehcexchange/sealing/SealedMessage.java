package org.ehcexchange.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Kind;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.mapping.StrictJson;
import org.ehcexchange.sealing.Flaw.Fault;
import org.ehcexchange.sealing.Reader.Result;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A canonical message as it travels between exchanges: its exact text, its manifest, its
/// signature.
///
/// @param canonical the message's JSON as one text; its UTF-8 bytes are what the manifest hashes
public record SealedMessage(Jws jws, String canonical, EhcMessage message, Manifest manifest) {

    static final String VERSION = "1";
    static final Kind<String> VERSIONS = Reader.word(VERSION, "This version is not known here.");
    private static final JsonMapper JSON = new JsonMapper();

    /// A sealed message whose parts agree with each other, or everything that is wrong with it.
    public sealed interface Opening {
        record Opened(SealedMessage message) implements Opening {}

        record Flawed(List<Flaw> flaws) implements Opening {}
    }

    /// Seals a message in its sender's name.
    ///
    /// @param canonical the message's JSON
    /// @param at real time
    public static SealedMessage seal(EhcMessage message, String canonical, ECKey key, Instant at) {
        Manifest manifest = Manifest.of(message, canonical);
        Envelope envelope = message.envelope();
        Header header =
                new Header(
                        Type.MESSAGE,
                        Keys.thumbprint(key),
                        envelope.from(),
                        envelope.to(),
                        Instant.ofEpochSecond(at.getEpochSecond()),
                        envelope.messageId().value());
        Jws jws = Jws.sign(key, header, payload(envelope, canonical, manifest));
        return new SealedMessage(jws, canonical, message, manifest);
    }

    private static byte[] payload(Envelope envelope, String canonical, Manifest manifest) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("version", VERSION);
        payload.put("from", envelope.from().value());
        payload.put("to", envelope.to().value());
        payload.put("message", canonical);
        payload.put("manifest", Map.of("parts", manifest.tree()));
        return write(payload);
    }

    static byte[] write(Map<String, Object> payload) {
        try {
            return JSON.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values cannot be written", e);
        }
    }

    private record Payload(String canonical, Manifest manifest) {}

    /// Opens what was signed, whoever signed it: its signature is checked elsewhere.
    public static Opening open(Jws jws) {
        return switch (Reader.read(
                jws.payload(), "", Fault.PAYLOAD, f -> payload(f, jws.header()))) {
            case Result.Flawed<Payload>(var flaws) -> new Opening.Flawed(flaws);
            case Result.Sound<Payload>(var payload) ->
                    open(jws, payload.canonical(), payload.manifest());
        };
    }

    private static Payload payload(Fields fields, Header header) {
        fields.required("version", VERSIONS);
        same(fields, "from", header.issuer());
        same(fields, "to", header.audience());
        return new Payload(
                fields.required("message", Reader.ANY_TEXT),
                fields.required("manifest", Kind.object(Manifest::read)));
    }

    static void same(Fields fields, String name, OrganisationCode header) {
        fields.required(name, Reader.word(header.value(), "This is not whom the header names."));
    }

    private static Opening open(Jws jws, String canonical, Manifest manifest) {
        byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
        return switch (StrictJson.read(bytes)) {
            case StrictJson.NotJson(var why) -> new Opening.Flawed(inMessage(List.of(why)));
            case StrictJson.Tree(var tree) ->
                    switch (CanonicalReader.read(tree)) {
                        case Reading.Invalid(var violations) ->
                                new Opening.Flawed(inMessage(violations));
                        case Reading.Valid(var message) ->
                                new SealedMessage(jws, canonical, message, manifest).checked();
                    };
        };
    }

    private static List<Flaw> inMessage(List<Violation> violations) {
        return Reader.flaws(violations, "/message", Fault.MESSAGE);
    }

    private Opening checked() {
        List<Flaw> flaws = new ArrayList<>();
        Envelope envelope = message.envelope();
        Header header = jws.header();
        agrees("from", envelope.from().equals(header.issuer()), flaws);
        agrees("to", envelope.to().equals(header.audience()), flaws);
        agrees("messageId", envelope.messageId().value().equals(header.id()), flaws);
        flaws.addAll(manifest.differences(Manifest.of(message, canonical), "/manifest/parts"));
        return flaws.isEmpty() ? new Opening.Opened(this) : new Opening.Flawed(flaws);
    }

    private static void agrees(String field, boolean agrees, List<Flaw> flaws) {
        if (!agrees) {
            flaws.add(
                    Flaw.of(
                            Fault.MESSAGE,
                            "/message/" + field,
                            "The message's '%s' is not what the header says.".formatted(field),
                            "Seal the message that the header names."));
        }
    }

    /// Of the message's own bytes.
    public String messageSha256() {
        return Hash.of(canonical);
    }

    /// What it is and its id: nothing of the message.
    @Override
    public String toString() {
        return jws.toString();
    }
}
