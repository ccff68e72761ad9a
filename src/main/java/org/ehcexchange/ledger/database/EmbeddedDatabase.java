package org.ehcexchange.ledger.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL server of our own in a folder, as durable as an external one: every commit is on
/// disk.
///
/// Holds a lock on the folder for as long as the process lives, so that a server found running
/// there
/// can only be left over from a killed one, and is stopped first.
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;

    private final FileChannel lockFile;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(FileChannel lockFile, EmbeddedPostgres server) {
        this.lockFile = lockFile;
        this.server = server;
    }

    static EmbeddedDatabase start(Path folder, Duration stopWithin) {
        try {
            Files.createDirectories(folder);
            FileChannel lockFile = lock(folder);
            stopLeftOver(folder.resolve("postmaster.pid"), stopWithin);
            return new EmbeddedDatabase(lockFile, server(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL could not start in " + folder + "; look at its messages above", e);
        }
    }

    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
        lockFile.close();
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolveSibling(folder.getFileName() + ".lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IllegalStateException(
                    "Another exchange uses the database in %s; stop it, or give this one its own folder (exchange.database.folder) or an external database (EXCHANGE_DATABASE_URL)"
                            .formatted(folder));
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void stopLeftOver(Path pidFile, Duration stopWithin) throws IOException {
        if (Files.exists(pidFile)) {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid)
                    .filter(EmbeddedDatabase::isPostgres)
                    .ifPresent(left -> stop(left, stopWithin));
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(c -> c.contains("postgres")).isPresent();
    }

    private static void stop(ProcessHandle left, Duration stopWithin) {
        log.info("Stopping the PostgreSQL that a killed exchange left running");
        left.destroy();
        try {
            left.onExit().get(stopWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            left.destroyForcibly();
            left.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The PostgreSQL left running cannot be watched", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was stopping", e);
        }
    }

    private static EmbeddedPostgres server(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(freePort())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                // The library turns these off, for tests; an acknowledged message must survive a
                // power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("wal_buffers", "4MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("max_connections", "60")
                .start();
    }

    /// Below those that the system gives to outgoing connections, one of which could else take it
    /// before the server is up.
    private static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                log.debug("Port {} is taken", port);
            }
        }
    }
}
