package org.ehcexchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.sealing.Sealed.NORTHSHIRE_KEY;
import static org.ehcexchange.sealing.Sealed.SOUTHMERE_KEY;

import org.ehcexchange.sealing.Hash;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.sealing.Sealed;
import org.ehcexchange.sealing.SealedMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The command as an auditor uses it.
class VerifyEvidenceTests {

    private static final byte[] REPORT = "%PDF-1.7 a report".getBytes(StandardCharsets.US_ASCII);

    @TempDir Path folder;
    private Path file;
    private String printed = "";

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("evidence.jsonl");
        Files.write(file, EvidenceFiles.file());
    }

    @Test
    void saysWhatHolds() {
        assertThat(run(file.toString())).isZero();
        assertThat(printed)
                .startsWith("Everything holds: conversation 56524092")
                .contains("plan-transfer", "LA:998 to LA:999", "received 2026-06-01T08:00:02Z")
                .contains("not compared: give a folder")
                .contains("Compare with each authority", Keys.thumbprint(SOUTHMERE_KEY));
        assertThat(printed).doesNotContain("Testerson");
    }

    @Test
    void namesTheFirstThingThatIsWrong() throws IOException {
        byte[] changed = EvidenceFiles.file();
        changed[changed.length / 2] ^= 1;
        Files.write(file, changed);

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(printed).startsWith("WRONG, line ").hasLineCount(1);
    }

    @Test
    void comparesDocumentsByWhatTheyHold() throws IOException {
        String text =
                EvidenceFiles.TRANSFER
                        .canonical()
                        .replace("95310", Integer.toString(REPORT.length))
                        .replace(
                                "51209b39d78e963a1df599e9343758b2a2ec6df315caeae9703a5971bb71fe88",
                                Hash.of(REPORT));
        SealedMessage sealed =
                SealedMessage.seal(Sealed.message(text), text, NORTHSHIRE_KEY, Sealed.NOW);
        Files.write(
                file,
                EvidenceFiles.file(
                        evidence -> {
                            EvidenceFiles.keys(evidence);
                            evidence.message(sealed.jws().bytes());
                        }));
        Path documents = Files.createDirectories(folder.resolve("documents"));
        Files.write(documents.resolve("whatever.pdf"), REPORT);
        assertThat(run(file.toString(), documents.toString())).isZero();
        assertThat(printed).contains("1 documents are named; they were compared");

        REPORT_CHANGED[3] ^= 1;
        Files.write(documents.resolve("whatever.pdf"), REPORT_CHANGED);
        assertThat(run(file.toString(), documents.toString())).isEqualTo(1);
        assertThat(printed)
                .startsWith("WRONG, line 4: document:ed03c464")
                .contains(Hash.of(REPORT));
    }

    private static final byte[] REPORT_CHANGED = REPORT.clone();

    @Test
    void takesTheKeysThatAreKnown() {
        String northshire = "LA:998=" + Keys.thumbprint(NORTHSHIRE_KEY);
        String southmere = "LA:999=" + Keys.thumbprint(SOUTHMERE_KEY);

        assertThat(run(file.toString(), "--key", northshire, "--key", southmere)).isZero();
        assertThat(printed).doesNotContain("Compare with each authority");
        assertThat(run(file.toString(), "--key", "LA:998=another")).isEqualTo(1);
        assertThat(printed).contains("LA:998 signs with key", "none of those you named");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run()).isEqualTo(2);
        assertThat(printed).contains("verify-evidence FILE [FOLDER]");
        assertThat(run("--help")).isEqualTo(2);
        assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(printed).startsWith("Cannot be read");
    }

    private int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status =
                VerifyEvidence.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        printed = out.toString(StandardCharsets.UTF_8);
        return status;
    }
}
