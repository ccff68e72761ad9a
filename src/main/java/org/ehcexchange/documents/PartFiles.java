package org.ehcexchange.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The files of parts that are still growing: `parts/<owner>/<sha256>`.
///
/// Whoever writes one holds its lock, here and in every other instance.
final class PartFiles {

    private final Path root;

    PartFiles(Path documents) throws IOException {
        this.root = Files.createDirectories(documents.resolve("parts"));
    }

    Path path(String owner, String sha256) {
        return root.resolve(owner.replace(':', '-')).resolve(sha256);
    }

    long size(String owner, String sha256) throws IOException {
        Path file = path(owner, sha256);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /// Empty while another request holds it.
    Optional<Growing> open(String owner, String sha256) throws IOException {
        Path file = path(owner, sha256);
        Files.createDirectories(root.resolve(owner.replace(':', '-')));
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<Growing> locked = lock(file, channel);
        if (locked.isEmpty()) {
            channel.close();
        }
        return locked;
    }

    private static Optional<Growing> lock(Path file, FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(DocumentFiles.LOCKED_BYTE, 1, false);
            return lock == null ? Optional.empty() : Optional.of(new Growing(file, channel));
        } catch (OverlappingFileLockException inThisProcess) {
            return Optional.empty();
        }
    }

    /// A part under its lock.
    record Growing(Path file, FileChannel channel) implements AutoCloseable {

        long size() throws IOException {
            return channel.size();
        }

        void add(byte[] piece, int length) throws IOException {
            channel.position(channel.size());
            ByteBuffer left = ByteBuffer.wrap(piece, 0, length);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }

        void cutTo(long size) throws IOException {
            channel.truncate(size);
        }

        void force() throws IOException {
            channel.force(true);
        }

        void throwAway() throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
