package org.ehcexchange.evidence;

import org.ehcexchange.canonical.OrganisationCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command that checks a file of evidence; needs nothing but the file, and the documents where
/// they are to be compared.
public final class VerifyEvidence {

    /// The word by which the packaged program is asked to do this instead of starting.
    public static final String COMMAND = "verify-evidence";

    private static final int RIGHT = 0;
    private static final int WRONG = 1;
    private static final int MISUSED = 2;
    private static final String USAGE =
            """
            Checks a file of evidence, offline.

              verify-evidence FILE [FOLDER] [--key CODE=THUMBPRINT]...

              FILE    from GET /api/v1/conversations/{id}/evidence
              FOLDER  with the documents, to be compared with what was sent; whatever they are called
              --key   a key you know to be this organisation's; then no other key of it may occur

            Answers 0 when everything holds, 1 when something is wrong, which it names.\
            """;

    private final PrintStream out;

    private VerifyEvidence(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /// @return what the process should end with
    public static int run(String[] arguments, PrintStream out) {
        List<String> files = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--key") && i + 1 < arguments.length) {
                keys.add(arguments[++i]);
            } else {
                files.add(arguments[i]);
            }
        }
        boolean strange = files.stream().anyMatch(file -> file.startsWith("-"));
        return strange || files.isEmpty() || files.size() > 2
                ? new VerifyEvidence(out).misused()
                : new VerifyEvidence(out).run(files.stream().map(Path::of).toList(), keys);
    }

    private int misused() {
        out.println(USAGE);
        return MISUSED;
    }

    private int run(List<Path> files, List<String> keys) {
        try (InputStream file = Files.newInputStream(files.getFirst())) {
            return switch (EvidenceCheck.check(file)) {
                case Verdict.Broken broken -> wrong(broken);
                case Verdict.Holds holds -> compare(holds, files, keys);
            };
        } catch (IOException e) {
            out.println("Cannot be read: " + e.getMessage());
            return MISUSED;
        }
    }

    private int compare(Verdict.Holds holds, List<Path> files, List<String> known)
            throws IOException {
        Optional<Verdict.Broken> stranger = stranger(holds, known);
        if (stranger.isPresent()) {
            return wrong(stranger.get());
        }
        if (files.size() == 2) {
            Optional<Verdict.Broken> missing = new DocumentFolder(files.get(1)).firstMissing(holds);
            if (missing.isPresent()) {
                return wrong(missing.get());
            }
        }
        return right(holds, files.size() == 2, known);
    }

    private static Optional<Verdict.Broken> stranger(Verdict.Holds holds, List<String> known) {
        List<String> organisations =
                known.stream().map(key -> key.substring(0, Math.max(0, key.indexOf('=')))).toList();
        return holds.keys().stream()
                .filter(key -> organisations.contains(key.organisation().value()))
                .filter(key -> !known.contains(key.organisation() + "=" + key.thumbprint()))
                .findFirst()
                .map(
                        key ->
                                new Verdict.Broken(
                                        0,
                                        "%s signs with key %s, which is none of those you named"
                                                .formatted(key.organisation(), key.thumbprint())));
    }

    private int wrong(Verdict.Broken broken) {
        out.println(
                broken.line() == 0
                        ? "WRONG: " + broken.what() + "."
                        : "WRONG, line " + broken.line() + ": " + broken.what() + ".");
        return WRONG;
    }

    private int right(Verdict.Holds holds, boolean compared, List<String> known) {
        out.printf(
                "Everything holds: conversation %s, sealed by %s.%n",
                holds.conversation(), holds.exchange());
        holds.messages().forEach(this::message);
        long documents = holds.messages().stream().mapToLong(m -> m.documents().size()).sum();
        out.printf(
                "%d documents are named; they were %s.%n",
                documents, compared ? "compared with the folder" : "not compared: give a folder");
        if (!holds.keys().stream()
                .map(Verdict.Key::organisation)
                .allMatch(o -> isNamed(o, known))) {
            out.println("Whose the keys are no file can prove. Compare with each authority:");
            holds.keys()
                    .forEach(key -> out.printf("  %s  %s%n", key.organisation(), key.thumbprint()));
        }
        return RIGHT;
    }

    private static boolean isNamed(OrganisationCode organisation, List<String> known) {
        return known.stream().anyMatch(key -> key.startsWith(organisation + "="));
    }

    private void message(Verdict.Proven message) {
        out.printf(
                "  line %d: %s, %s to %s, signed %s, %s%n",
                message.line(),
                message.name(),
                message.from(),
                message.to(),
                message.signedAt(),
                message.receivedAt() == null
                        ? "without a receipt"
                        : "received " + message.receivedAt());
    }
}
