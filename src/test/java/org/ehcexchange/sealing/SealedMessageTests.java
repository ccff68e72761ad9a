package org.ehcexchange.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.sealing.Sealed.NORTHSHIRE_KEY;
import static org.ehcexchange.sealing.Sealed.NOW;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.EhcMessages;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

class SealedMessageTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SealedMessage TRANSFER = Sealed.transfer();

    @Provide
    static Arbitrary<EhcMessage> messages() {
        return EhcMessages.all();
    }

    @Property(tries = 60)
    void opensToTheVeryTextThatWasSealed(@ForAll("messages") EhcMessage message)
            throws IOException {
        String text = JSON.writeValueAsString(CanonicalWriter.write(message));
        SealedMessage sealed = SealedMessage.seal(message, text, NORTHSHIRE_KEY, NOW);

        SealedMessage opened = opened(sealed.jws());

        assertThat(opened.canonical()).isEqualTo(text);
        assertThat(opened.message()).isEqualTo(message);
        assertThat(opened.manifest()).isEqualTo(sealed.manifest());
    }

    @Test
    void namesTheMessageEverySectionAndEveryDocument() {
        assertThat(TRANSFER.manifest().parts().stream().map(Part::name))
                .containsExactly(
                        "message",
                        "plan.sections.A",
                        "plan.sections.B",
                        "plan.sections.C",
                        "plan.sections.D",
                        "plan.sections.E",
                        "plan.sections.F",
                        "plan.sections.G",
                        "plan.sections.H1",
                        "plan.sections.H2",
                        "plan.sections.I",
                        "plan.sections.J",
                        "plan.sections.K",
                        "document:ed03c464-4f00-5117-87ae-bb1d1900381d");
        assertThat(TRANSFER.manifest().parts().getFirst().sha256())
                .isEqualTo(Hash.of(TRANSFER.canonical()));
    }

    @Test
    void refusesAManifestThatLies() {
        assertThat(flaws(payload -> part(payload, 3).put("sha256", "0".repeat(64))))
                .containsExactly("manifest /manifest/parts/3");
        assertThat(flaws(payload -> part(payload, 13).put("size", 1)))
                .containsExactly("manifest /manifest/parts/13");
        assertThat(flaws(payload -> part(payload, 13).put("mediaType", "image/png")))
                .containsExactly("manifest /manifest/parts/13");
        assertThat(flaws(payload -> parts(payload).remove(4)))
                .containsExactly("manifest /manifest/parts");
        assertThat(flaws(payload -> parts(payload).add(part(payload, 2).deepCopy())))
                .containsExactly("manifest /manifest/parts/14");
    }

    @Test
    void namesEveryLieAtOnce() {
        assertThat(
                        flaws(
                                payload -> {
                                    part(payload, 1).put("size", 7);
                                    part(payload, 2).put("size", 7);
                                    parts(payload).remove(13);
                                }))
                .containsExactly(
                        "manifest /manifest/parts/1",
                        "manifest /manifest/parts/2",
                        "manifest /manifest/parts");
    }

    @Test
    void refusesAPayloadOfAnotherForm() {
        assertThat(flaws(payload -> payload.put("version", "2")))
                .containsExactly("payload /version");
        assertThat(flaws(payload -> payload.put("note", "hello"))).containsExactly("payload /note");
        assertThat(flaws(payload -> payload.remove("manifest")))
                .containsExactly("payload /manifest");
        assertThat(flaws(payload -> payload.put("from", "LA:997")))
                .containsExactly("payload /from");
        assertThat(flaws(payload -> payload.put("to", "LA:997"))).containsExactly("payload /to");
        assertThat(flaws(payload -> part(payload, 0).put("name", "passwords")))
                .containsExactly("payload /manifest/parts/0/name");
    }

    @Test
    void refusesAMessageThatTheHeaderDoesNotName() {
        String other =
                TRANSFER.canonical()
                        .replace("a8acf730-bada-5e69-a0a8-80c4a6155691", NOBODYS_ID)
                        .replace("\"LA:998\"", "\"LA:997\"");

        assertThat(flaws(payload -> payload.put("message", other)))
                .contains("message /message/from", "message /message/messageId")
                .contains("manifest /manifest/parts/0");
    }

    private static final String NOBODYS_ID = "11111111-2222-4333-8444-555555555555";

    @Test
    void refusesAMessageThatIsNone() {
        assertThat(flaws(payload -> payload.put("message", "{}")))
                .isNotEmpty()
                .allMatch(flaw -> flaw.startsWith("message /message/"));
        assertThat(flaws(payload -> payload.put("message", "{\"a\":1,\"a\":2}")))
                .containsExactly("message /message");
    }

    @Test
    void refusesAPayloadThatIsNotOneObject() {
        assertThat(flaws(Sealed.signed("[]"))).containsExactly("malformed");
        assertThat(flaws(Sealed.signed("{\"version\":\"1\",\"version\":\"1\"}")))
                .containsExactly("malformed");
    }

    @Test
    void neverShowsWhatItHolds() {
        assertThat(TRANSFER.toString()).doesNotContain("Testerson").contains("a8acf730");
        assertThat(TRANSFER.jws().toString()).hasSizeLessThan(80);
    }

    @Test
    void aReceiptOpensToWhatItSays() {
        SealedReceipt receipt = Sealed.receipt(TRANSFER);

        SealedReceipt opened =
                ((SealedReceipt.Opening.Opened) SealedReceipt.open(receipt.jws())).receipt();

        assertThat(opened.says()).isEqualTo(receipt.says());
        assertThat(opened.differences(TRANSFER)).isEmpty();
    }

    @Test
    void aReceiptIsForOneMessageOnly() {
        String text = TRANSFER.canonical().replace("Tires quickly", "Tires slowly");
        SealedMessage other = SealedMessage.seal(Sealed.message(text), text, NORTHSHIRE_KEY, NOW);

        assertThat(Sealed.words(Sealed.receipt(TRANSFER).differences(other)))
                .containsExactly(
                        "receipt /sealedSha256",
                        "receipt /messageSha256",
                        "manifest /parts/0",
                        "manifest /parts/3");
    }

    @Test
    void aReceiptMustBeSignedByWhoReceived() {
        SealedReceipt receipt = Sealed.receipt(TRANSFER);
        Header header = TRANSFER.jws().header();
        Header forged =
                new Header(
                        Type.RECEIPT,
                        header.keyId(),
                        header.issuer(),
                        header.audience(),
                        header.issuedAt(),
                        header.id());

        assertThat(SealedReceipt.open(Jws.sign(NORTHSHIRE_KEY, forged, receipt.jws().payload())))
                .isInstanceOfSatisfying(
                        SealedReceipt.Opening.Flawed.class,
                        flawed ->
                                assertThat(Sealed.words(flawed.flaws()))
                                        .containsExactly("payload /from", "payload /to"));
    }

    private static ArrayNode parts(ObjectNode payload) {
        return (ArrayNode) payload.at("/manifest/parts");
    }

    private static ObjectNode part(ObjectNode payload, int i) {
        return (ObjectNode) parts(payload).get(i);
    }

    private static SealedMessage opened(Jws jws) {
        return ((SealedMessage.Opening.Opened) SealedMessage.open(jws)).message();
    }

    /// What is wrong with the transfer when its payload says something else.
    private static List<String> flaws(Consumer<ObjectNode> change) {
        try {
            ObjectNode payload = (ObjectNode) JSON.readTree(TRANSFER.jws().payload());
            change.accept(payload);
            return flaws(Sealed.signed(payload.toString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> flaws(Jws jws) {
        return switch (SealedMessage.open(jws)) {
            case SealedMessage.Opening.Opened _ -> List.of();
            case SealedMessage.Opening.Flawed(var flaws) -> Sealed.words(flaws);
        };
    }
}
