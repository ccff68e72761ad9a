package org.ehcexchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.evidence.EvidenceFiles.TRANSFER;
import static org.ehcexchange.evidence.EvidenceFiles.file;
import static org.ehcexchange.evidence.EvidenceFiles.keys;
import static org.ehcexchange.evidence.EvidenceFiles.lines;
import static org.ehcexchange.evidence.EvidenceFiles.words;
import static org.ehcexchange.sealing.Sealed.NORTHSHIRE;
import static org.ehcexchange.sealing.Sealed.NORTHSHIRE_KEY;
import static org.ehcexchange.sealing.Sealed.NOW;
import static org.ehcexchange.sealing.Sealed.SOUTHMERE;
import static org.ehcexchange.sealing.Sealed.SOUTHMERE_KEY;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.ehcexchange.sealing.Header;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.sealing.PinnedKey;
import org.ehcexchange.sealing.Sealed;
import org.ehcexchange.sealing.SealedMessage;
import org.ehcexchange.sealing.SealedReceipt;
import org.ehcexchange.sealing.Type;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Whoever changes a file of evidence is found, and what they changed is named.
class EvidenceCheckTests {

    private static final byte[] FILE = file();
    private static final String ID = TRANSFER.jws().header().id().toString();

    @Test
    void holdsAsItWasWritten() {
        assertThat(EvidenceFiles.check(FILE))
                .isInstanceOfSatisfying(
                        Verdict.Holds.class,
                        holds -> {
                            assertThat(holds.exchange()).isEqualTo(NORTHSHIRE);
                            assertThat(holds.keys()).hasSize(2);
                            assertThat(holds.messages())
                                    .singleElement()
                                    .satisfies(
                                            message -> {
                                                assertThat(message.name())
                                                        .isEqualTo("plan-transfer " + ID);
                                                assertThat(message.receivedAt())
                                                        .isEqualTo(NOW.plusSeconds(2));
                                                assertThat(message.documents()).hasSize(1);
                                            });
                        });
    }

    /// At every place of the file.
    @Test
    void findsAndNamesEveryFlippedByte() {
        IntStream.range(0, FILE.length).parallel().forEach(at -> findsFlipped(at, 0xff));
    }

    /// Any one bit, at any place.
    @Property(tries = 1000)
    void findsAndNamesEveryFlippedBit(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(max = 7) int bit) {
        findsFlipped(place % FILE.length, 1 << bit);
    }

    private static void findsFlipped(int at, int bits) {
        byte[] changed = FILE.clone();
        changed[at] ^= (byte) bits;
        int line = lineOf(at);

        assertThat(EvidenceFiles.check(changed))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> {
                            assertThat(broken.what()).isNotBlank();
                            assertThat(broken.line()).isBetween((long) line, line + 1L);
                        });
    }

    private static int lineOf(int place) {
        int line = 1;
        for (int i = 0; i < place; i++) {
            line += FILE[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    @Property
    void findsAndNamesEveryLineThatIsMissingDoubledOrMoved(
            @ForAll @IntRange(max = 7) int one, @ForAll @IntRange(max = 7) int other) {
        List<String> without = lines(FILE);
        without.remove(one % without.size());
        List<String> doubled = lines(FILE);
        doubled.add(other % doubled.size(), doubled.get(one % doubled.size()));
        List<String> moved = lines(FILE);
        Collections.swap(moved, one % moved.size(), other % moved.size());

        assertThat(words(EvidenceFiles.join(without))).isNotEqualTo("holds");
        assertThat(words(EvidenceFiles.join(doubled))).isNotEqualTo("holds");
        assertThat(words(EvidenceFiles.join(moved)))
                .matches(words -> words.equals("holds") == lines(FILE).equals(moved));
    }

    @Property(tries = 200)
    void findsWhereTheFileWasCutOff(@ForAll @IntRange(max = 1_000_000) int length) {
        byte[] cut = java.util.Arrays.copyOf(FILE, length % FILE.length);

        assertThat(words(cut)).isNotEqualTo("holds");
    }

    @Test
    void namesTheLineThatWasChangedEvenWhereNothingIsSigned() {
        List<String> changed = lines(FILE);
        changed.set(5, changed.get(5).replace("accepted", "rejected"));

        assertThat(words(EvidenceFiles.join(changed)))
                .isEqualTo("7: line 6 before it was changed: its hash is not the one named here");
    }

    @Test
    void namesTheLineThatWasTakenOut() {
        List<String> changed = lines(FILE);
        changed.remove(4);

        assertThat(words(EvidenceFiles.join(changed)))
                .isEqualTo(
                        "5: the line says that it is line 6: a line was taken out, added or moved"
                                + " before it");
    }

    @Test
    void namesAMessageWhoseSignatureIsWrong() {
        List<String> changed = lines(FILE);
        String line = changed.get(3);
        int middle = line.lastIndexOf('.') + 10;
        char other = line.charAt(middle) == 'A' ? 'B' : 'A';
        changed.set(3, line.substring(0, middle) + other + line.substring(middle + 1));

        assertThat(words(EvidenceFiles.join(changed)))
                .isEqualTo(
                        "4: the sealed message "
                                + ID
                                + " from LA:998 to LA:999: The signature is not that of LA:998 over"
                                + " these bytes. (/signature)");
    }

    /// Even whoever recomputes every hash cannot make the seal.
    @Test
    void seesAFileThatSomebodyElseSealed() {
        byte[] forged =
                EvidenceFiles.file(
                        file -> {
                            file.key(NORTHSHIRE, Sealed.pinned(Keys.generate()));
                            file.key(SOUTHMERE, Sealed.pinned(SOUTHMERE_KEY));
                        });

        assertThat(words(forged))
                .startsWith("4: the seal ")
                .contains("none of those known of LA:998");
    }

    @Test
    void namesAKeyThatIsMissingOrDidNotCount() {
        byte[] without = EvidenceFiles.file(file -> file.message(TRANSFER.jws().bytes()));
        byte[] expired =
                EvidenceFiles.file(
                        file -> {
                            file.key(
                                    NORTHSHIRE,
                                    new PinnedKey(NORTHSHIRE_KEY.toPublicJWK(), null, NOW));
                            file.message(TRANSFER.jws().bytes());
                        });

        assertThat(words(without))
                .startsWith("2: the sealed message " + ID)
                .contains("No key of LA:998");
        assertThat(words(expired)).startsWith("3: the sealed message " + ID).contains("only until");
    }

    @Test
    void takesAKeyThatCountsForever() {
        Instant end = Instant.parse("9999-12-31T23:59:59Z");
        byte[] file =
                EvidenceFiles.file(
                        lines -> {
                            lines.key(
                                    NORTHSHIRE,
                                    new PinnedKey(
                                            NORTHSHIRE_KEY.toPublicJWK(), Instant.EPOCH, end));
                            lines.message(TRANSFER.jws().bytes());
                        });

        assertThat(words(file)).isEqualTo("holds");
    }

    @Test
    void namesAManifestThatLies() {
        Header header = TRANSFER.jws().header();
        String payload =
                new String(TRANSFER.jws().payload(), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("\"size\":95310", "\"size\":95311");
        Jws lying =
                Jws.sign(
                        NORTHSHIRE_KEY,
                        header,
                        payload.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(words(with(lying)))
                .startsWith("4: message " + ID)
                .contains("another size, hash or type of part 'document:");
    }

    @Test
    void namesAReceiptForSomethingElse() {
        String text = TRANSFER.canonical().replace("Tires quickly", "Tires slowly");
        SealedMessage other = SealedMessage.seal(Sealed.message(text), text, NORTHSHIRE_KEY, NOW);

        assertThat(words(with(TRANSFER.jws(), Sealed.receipt(other).jws())))
                .isEqualTo("5: the receipt is for message " + ID + " as no line before it has it");
    }

    @Test
    void namesAReceiptThatIsRepeated() {
        Jws receipt = Sealed.receipt(TRANSFER).jws();

        assertThat(words(with(TRANSFER.jws(), receipt, receipt)))
                .isEqualTo("6: message " + ID + " has a receipt already, in line 5");
    }

    @Test
    void namesAReceiptThatAnotherSigned() {
        SealedReceipt.Content content = SealedReceipt.Content.of(TRANSFER, NOW.plusSeconds(2));
        Jws forged = SealedReceipt.sign(content, Keys.generate(), NOW.plusSeconds(2)).jws();
        Jws early = SealedReceipt.sign(content, SOUTHMERE_KEY, NOW.minusSeconds(86_400)).jws();

        assertThat(words(with(TRANSFER.jws(), forged)))
                .startsWith("5: the receipt " + ID)
                .contains("none of those known of LA:999");
        assertThat(words(with(TRANSFER.jws(), early))).contains("was signed before the message");
    }

    @Test
    void namesAMessageThatIsRepeatedOrOfAnotherConversation() {
        String text =
                TRANSFER.canonical()
                        .replace(
                                "56524092-e5d0-5f56-9ace-5cf6b733194e",
                                UUID.randomUUID().toString());
        SealedMessage other = SealedMessage.seal(Sealed.message(text), text, NORTHSHIRE_KEY, NOW);

        assertThat(words(with(TRANSFER.jws(), TRANSFER.jws())))
                .isEqualTo("5: message " + ID + " from LA:998 to LA:999 stands in line 4 already");
        assertThat(words(with(other.jws()))).endsWith("is of another conversation");
    }

    @Test
    void takesNoSealForAnotherFile() {
        List<String> one = lines(FILE);
        List<String> other = lines(with(TRANSFER.jws()));
        one.set(one.size() - 1, other.getLast());

        assertThat(words(EvidenceFiles.join(one))).isNotEqualTo("holds");
    }

    @Test
    void isNotAFileWithoutLines() {
        assertThat(words(new byte[0])).isEqualTo("0: the file is empty");
        assertThat(words("{}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .startsWith("1: the line is not as an exchange writes it");
        assertThat(words(new byte[] {0, 1, 2, '\n'})).startsWith("1: ");
    }

    /// A file with these signed things, each by what its header says it is.
    private static byte[] with(Jws... signed) {
        return EvidenceFiles.file(
                file -> {
                    keys(file);
                    for (Jws each : signed) {
                        if (each.header().type() == Type.MESSAGE) {
                            file.message(each.bytes());
                        } else {
                            file.receipt(each.bytes());
                        }
                    }
                });
    }
}
