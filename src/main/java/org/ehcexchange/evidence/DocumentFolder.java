package org.ehcexchange.evidence;

import org.ehcexchange.sealing.Hash;
import org.ehcexchange.sealing.Part;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder of documents, known by what they hold and not by their names.
final class DocumentFolder {

    private final Map<String, Path> byHash = new HashMap<>();

    DocumentFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byHash.put(hash(file), file);
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Hash.digest();
        byte[] piece = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                digest.update(piece, 0, n);
            }
        }
        return Hash.hex(digest);
    }

    /// The first document of the messages that is not here as it was sent.
    Optional<Verdict.Broken> firstMissing(Verdict.Holds file) {
        for (Verdict.Proven message : file.messages()) {
            for (Part document : message.documents()) {
                if (!byHash.containsKey(document.sha256())) {
                    return Optional.of(missing(message, document));
                }
            }
        }
        return Optional.empty();
    }

    private Verdict.Broken missing(Verdict.Proven message, Part document) {
        return new Verdict.Broken(
                message.line(),
                "%s of %s is not in the folder as it was sent: none of its %d files has the SHA-256 %s"
                        .formatted(
                                document.name(), message.name(), byHash.size(), document.sha256()));
    }
}
