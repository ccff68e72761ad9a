package org.ehcexchange.evidence;

import static org.ehcexchange.sealing.Sealed.NORTHSHIRE;
import static org.ehcexchange.sealing.Sealed.NORTHSHIRE_KEY;
import static org.ehcexchange.sealing.Sealed.NOW;
import static org.ehcexchange.sealing.Sealed.SOUTHMERE;
import static org.ehcexchange.sealing.Sealed.SOUTHMERE_KEY;

import org.ehcexchange.sealing.Sealed;
import org.ehcexchange.sealing.SealedMessage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A file of evidence for one plan that moved, and what becomes of it when somebody changes it.
final class EvidenceFiles {

    static final SealedMessage TRANSFER = Sealed.transfer();

    private EvidenceFiles() {}

    /// What a test writes into a file between its head and its seal.
    interface Body {
        void write(EvidenceFile file) throws IOException;
    }

    static byte[] file() {
        return file(
                file -> {
                    keys(file);
                    file.message(TRANSFER.jws().bytes());
                    file.receipt(Sealed.receipt(TRANSFER).jws().bytes());
                    file.state(NOW, NORTHSHIRE, "accepted", TRANSFER.jws().header().id());
                    file.state(NOW.plusSeconds(3), null, "delivered: receipt", null);
                });
    }

    static void keys(EvidenceFile file) throws IOException {
        file.key(NORTHSHIRE, Sealed.pinned(NORTHSHIRE_KEY));
        file.key(SOUTHMERE, Sealed.pinned(SOUTHMERE_KEY));
    }

    static byte[] file(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var envelope = TRANSFER.message().envelope();
        var about =
                new EvidenceFile.About(
                        envelope.conversationId().value(),
                        List.of(NORTHSHIRE, SOUTHMERE),
                        NORTHSHIRE,
                        SOUTHMERE);
        try {
            EvidenceFile file = new EvidenceFile(out, about, NOW.plusSeconds(60));
            body.write(file);
            file.seal(NORTHSHIRE_KEY, NOW.plusSeconds(60));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Verdict check(byte[] file) {
        try {
            return EvidenceCheck.check(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is wrong, such as `4: the sealed message …`; "holds" when nothing is.
    static String words(byte[] file) {
        return switch (check(file)) {
            case Verdict.Holds _ -> "holds";
            case Verdict.Broken(long line, String what) -> line + ": " + what;
        };
    }

    static List<String> lines(byte[] file) {
        return new ArrayList<>(new String(file, StandardCharsets.UTF_8).lines().toList());
    }

    static byte[] join(List<String> lines) {
        return lines.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
