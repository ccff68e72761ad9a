package org.ehcexchange.evidence;

import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.mapping.StrictJson;
import org.ehcexchange.sealing.Hash;
import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;

/// Walks through a file from its first line to its last and stops at the first thing that is wrong.
public final class EvidenceCheck {

    /// More than the largest sealed message that an exchange may be set to take.
    private static final int LONGEST_LINE = 128 << 20;

    private final Contents contents = new Contents();
    private final MessageDigest all = Hash.digest();
    private @Nullable String previous;
    private long number;
    private boolean atSeal;

    private EvidenceCheck() {}

    public static Verdict check(InputStream file) throws IOException {
        return new EvidenceCheck().walk(new BufferedInputStream(file, 1 << 16));
    }

    private Verdict walk(InputStream file) throws IOException {
        for (byte[] line = next(file); line.length > 0; line = next(file)) {
            number++;
            Optional<String> wrong = look(line);
            if (wrong.isPresent()) {
                return new Verdict.Broken(number, wrong.get());
            }
        }
        if (number == 0) {
            return new Verdict.Broken(0, "the file is empty");
        }
        return atSeal
                ? contents.verdict()
                : new Verdict.Broken(
                        number, "the file ends here without its seal: lines are missing after it");
    }

    /// The line with its end; empty at the end of the file.
    private static byte[] next(InputStream file) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = file.read(); b >= 0; b = file.read()) {
            line.write(b);
            if (b == '\n' || line.size() > LONGEST_LINE) {
                break;
            }
        }
        return line.toByteArray();
    }

    private Optional<String> look(byte[] whole) throws IOException {
        if (atSeal) {
            return Optional.of("something follows the seal, which must be the last line");
        }
        if (whole[whole.length - 1] != '\n') {
            return Optional.of(
                    "the line does not end: the file is cut off, or something was added");
        }
        byte[] line = java.util.Arrays.copyOf(whole, whole.length - 1);
        Optional<String> wrong = judge(line);
        all.update(whole);
        previous = Hash.of(line);
        return wrong;
    }

    private Optional<String> judge(byte[] line) throws IOException {
        return switch (StrictJson.read(line)) {
            case StrictJson.NotJson(var why) -> Optional.of(unreadable(why));
            case StrictJson.Tree(var tree) ->
                    switch (Line.read(tree)) {
                        case Form.Faulty<Line>(var why) -> Optional.of(unreadable(why.getFirst()));
                        case Form.Sound<Line>(var read) -> judge(read, line);
                    };
        };
    }

    private static String unreadable(Violation why) {
        return "the line is not as an exchange writes it: %s%s"
                .formatted(
                        why.problem(), why.pointer().isEmpty() ? "" : " (" + why.pointer() + ")");
    }

    private Optional<String> judge(Line line, byte[] bytes) throws IOException {
        Optional<String> displaced = displaced(line);
        if (displaced.isPresent()) {
            return displaced;
        }
        if (line instanceof Line.Seal seal) {
            atSeal = true;
            byte[] exact = EvidenceFile.sealLine(seal.number(), seal.previous(), seal.jws());
            return java.util.Arrays.equals(exact, bytes)
                    ? contents.seal(seal, Hash.hex(all))
                    : Optional.of("the seal's line is not as an exchange writes it");
        }
        return contents.add(line);
    }

    private Optional<String> displaced(Line line) {
        if ((number == 1) != (line instanceof Line.Head)) {
            return Optional.of("the first line, and no other, must be the head");
        }
        if (line.number() != number) {
            return Optional.of(
                    "the line says that it is line %d: a line was taken out, added or moved before it"
                            .formatted(line.number()));
        }
        String named = line.previous();
        return named == null || named.equals(previous)
                ? Optional.empty()
                : Optional.of(
                        "line %d before it was changed: its hash is not the one named here"
                                .formatted(number - 1));
    }
}
