package org.ehcexchange.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The project's own text files: what a clone holds, not what a build or a run leaves behind.
final class ProjectFiles {

    private static final Path TOP = Path.of("");
    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "data", ".idea", ".vscode", "node_modules");

    private ProjectFiles() {}

    record Text(Path path, String text) {}

    /// Every text file, by its path from the top of the project.
    static List<Text> texts() {
        try {
            List<Path> found = new ArrayList<>();
            Files.walkFileTree(TOP.toAbsolutePath(), collectInto(found));
            return found.stream().sorted().flatMap(ProjectFiles::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Text> java() {
        return texts().stream().filter(file -> file.path().toString().endsWith(".java")).toList();
    }

    private static SimpleFileVisitor<Path> collectInto(List<Path> found) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.getFileName().toString().equals(".git")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        };
    }

    private static Stream<Text> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') >= 0 ? Stream.of() : Stream.of(text(file, text));
        } catch (CharacterCodingException notText) {
            return Stream.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text text(Path file, String text) {
        return new Text(TOP.toAbsolutePath().relativize(file), text);
    }
}
