package org.ehcexchange.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The school's two folders, from its own side: it reads what is complete, and what it writes
/// appears complete.
///
/// @param inbox where the exchange writes
/// @param outbox where the exchange reads
record SchoolFolders(Path inbox, Path outbox) {

    /// Every complete message that is new; each is taken away once it is read.
    void collect(Consumer<String> reader) {
        for (Path file : waiting()) {
            String text = read(file);
            move(file, inbox.resolve("read").resolve(name(file)));
            reader.accept(text);
        }
    }

    /// Under another name first, because the exchange may look at any moment.
    void put(String name, byte[] bytes) {
        try {
            Path unfinished = outbox.resolve(name + ".part");
            Files.write(unfinished, bytes);
            move(unfinished, outbox.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the school cannot write " + name, e);
        }
    }

    void put(String name, String text) {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> waiting() {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(file -> name(file).endsWith(".xml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the school cannot look into its inbox", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the school cannot read its inbox", e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the school cannot move " + name(from), e);
        }
    }

    private static String name(Path file) {
        return Objects.toString(file.getFileName());
    }
}
