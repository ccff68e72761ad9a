package org.ehcexchange.running;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// The database of an exchange that has never run, with its tables: made once a JVM and copied,
/// because making it anew takes each exchange a second or two.
final class FreshDatabase {

    private static final Path MADE = made();

    private FreshDatabase() {}

    /// Without effect where there is a database already.
    static void in(Path folder) {
        if (Files.notExists(folder)) {
            copy(folder);
        }
    }

    private static void copy(Path folder) {
        try (Stream<Path> files = Files.walk(MADE)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        folder.resolve(MADE.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made() {
        try {
            Path folder = Files.createTempDirectory("fresh").resolve("postgres");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder.getParent())));
            try (EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(folder)
                            .setCleanDataDirectory(false)
                            .start()) {
                Flyway.configure().dataSource(server.getPostgresDatabase()).load().migrate();
            }
            for (String left : List.of("postmaster.pid", "epg-lock")) {
                Files.deleteIfExists(folder.resolve(left));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
