package org.ehcexchange.sealing;

import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.sealing.Flaw.Fault;
import org.ehcexchange.sealing.Reader.Result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The receiving exchange's signed word that it holds a message with all its parts.
///
/// @param says what the signature covers
public record SealedReceipt(Jws jws, Content says) {

    /// @param from who sent the message
    /// @param to who received it, and signs
    /// @param sealedSha256 of the sealed bytes as they came
    /// @param messageSha256 of the canonical message's bytes
    /// @param manifest the parts that are held
    /// @param receivedAt by the receiving exchange's clock
    public record Content(
            UUID messageId,
            OrganisationCode from,
            OrganisationCode to,
            String sealedSha256,
            String messageSha256,
            Manifest manifest,
            Instant receivedAt) {

        /// What a receipt for this message must say.
        public static Content of(SealedMessage sealed, Instant receivedAt) {
            Header header = sealed.jws().header();
            return new Content(
                    header.id(),
                    header.issuer(),
                    header.audience(),
                    sealed.jws().sha256(),
                    sealed.messageSha256(),
                    sealed.manifest(),
                    receivedAt);
        }

        private byte[] bytes() {
            Map<String, Object> payload = new LinkedHashMap<>();
            payload.put("version", SealedMessage.VERSION);
            payload.put("messageId", messageId.toString());
            payload.put("from", from.value());
            payload.put("to", to.value());
            payload.put("sealedSha256", sealedSha256);
            payload.put("messageSha256", messageSha256);
            payload.put("parts", manifest.tree());
            payload.put("receivedAt", receivedAt.toString());
            return SealedMessage.write(payload);
        }
    }

    /// A receipt that agrees with itself, or everything that is wrong with it.
    public sealed interface Opening {
        record Opened(SealedReceipt receipt) implements Opening {}

        record Flawed(List<Flaw> flaws) implements Opening {}
    }

    /// @param at real time
    public static SealedReceipt sign(Content content, ECKey key, Instant at) {
        Header header =
                new Header(
                        Type.RECEIPT,
                        Keys.thumbprint(key),
                        content.to(),
                        content.from(),
                        Instant.ofEpochSecond(at.getEpochSecond()),
                        content.messageId());
        return new SealedReceipt(Jws.sign(key, header, content.bytes()), content);
    }

    /// Opens what was signed, whoever signed it: its signature is checked elsewhere.
    public static Opening open(Jws jws) {
        return switch (Reader.read(
                jws.payload(), "", Fault.PAYLOAD, f -> content(f, jws.header()))) {
            case Result.Flawed<Content>(var flaws) -> new Opening.Flawed(flaws);
            case Result.Sound<Content>(var content) ->
                    new Opening.Opened(new SealedReceipt(jws, content));
        };
    }

    private static Content content(Fields fields, Header header) {
        fields.required("version", SealedMessage.VERSIONS);
        fields.required(
                "messageId",
                Reader.word(header.id().toString(), "This is not the id in the header."));
        SealedMessage.same(fields, "from", header.audience());
        SealedMessage.same(fields, "to", header.issuer());
        return new Content(
                header.id(),
                header.audience(),
                header.issuer(),
                fields.required("sealedSha256", Texts.SHA_256),
                fields.required("messageSha256", Texts.SHA_256),
                Manifest.read(fields),
                fields.required("receivedAt", Kinds.MOMENT).toInstant());
    }

    /// Where this receipt is not one for that message; empty when it is.
    public List<Flaw> differences(SealedMessage sealed) {
        Content due = Content.of(sealed, says.receivedAt());
        List<Flaw> flaws = new ArrayList<>();
        agreesWith("messageId", says.messageId().equals(due.messageId()), flaws);
        agreesWith("from", says.from().equals(due.from()), flaws);
        agreesWith("to", says.to().equals(due.to()), flaws);
        agreesWith("sealedSha256", says.sealedSha256().equals(due.sealedSha256()), flaws);
        agreesWith("messageSha256", says.messageSha256().equals(due.messageSha256()), flaws);
        flaws.addAll(says.manifest().differences(due.manifest(), "/parts"));
        return flaws;
    }

    private static void agreesWith(String field, boolean agrees, List<Flaw> flaws) {
        if (!agrees) {
            flaws.add(
                    Flaw.of(
                            Fault.RECEIPT,
                            "/" + field,
                            "The receipt is for something else: its '%s' differs.".formatted(field),
                            "Answer with the receipt for the message that was sent."));
        }
    }

    /// What it is and the message's id.
    @Override
    public String toString() {
        return jws.toString();
    }
}
