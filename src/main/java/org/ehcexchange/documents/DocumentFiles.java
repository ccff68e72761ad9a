package org.ehcexchange.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// The files behind the store: `ab/cd/<sha256>` for what is kept, `incoming/` for what is still
/// being written.
///
/// A file is forced to disk before it gets its name and its folder after, so a name always means
/// whole bytes. Whoever writes an incoming file holds its lock, which tells a leftover of a killed
/// process from an upload of another instance.
final class DocumentFiles {

    /// Far past any document, so that the lock is in nobody's way where locks are mandatory.
    static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path root;
    private final Path incoming;

    DocumentFiles(Path root) throws IOException {
        this.root = root;
        this.incoming = Files.createDirectories(root.resolve("incoming"));
        removeLeftovers();
    }

    Incoming incoming() throws IOException {
        return new Incoming(incoming.resolve(UUID.randomUUID() + ".part"));
    }

    InputStream open(String sha256) throws IOException {
        return Files.newInputStream(path(sha256));
    }

    boolean has(String sha256) {
        return Files.exists(path(sha256));
    }

    /// Gives a file that is whole and on disk its place by its hash; it is gone from where it was.
    void take(Path file, String sha256) throws IOException {
        Path outer = root.resolve(sha256.substring(0, 2));
        Path inner = Files.createDirectories(outer.resolve(sha256.substring(2, 4)));
        Path target = inner.resolve(sha256);
        if (!Files.exists(target)) {
            move(file, target);
        }
        Files.deleteIfExists(file);
        force(inner);
        force(outer);
        force(root);
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException impossible) {
            throw new IOException("exchange.documents.folder must be one file system", impossible);
        }
    }

    private Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming, "*.part")) {
            for (Path file : files) {
                if (isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isAbandoned(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false)) {
            return lock != null;
        } catch (OverlappingFileLockException ownUpload) {
            return false;
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// A file being written; gone when closed, unless it was kept.
    final class Incoming implements AutoCloseable {

        private final Path file;
        private final FileChannel channel;

        private Incoming(Path file) throws IOException {
            this.file = file;
            this.channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            var unused = channel.lock(LOCKED_BYTE, 1, false);
        }

        Path file() {
            return file;
        }

        OutputStream out() {
            return Channels.newOutputStream(channel);
        }

        void keepAs(String sha256) throws IOException {
            channel.force(true);
            take(file, sha256);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(file);
        }
    }
}
