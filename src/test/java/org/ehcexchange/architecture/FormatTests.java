package org.ehcexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.StringWrapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Every Java file is as google-java-format's AOSP style writes it, imports ordered and used.
///
/// A test and not a build plugin, because a plugin runs on Maven's own JVM, which may be too old to
/// read the language. `./mvnw -q test -Dtest=FormatTests -Dformat.apply=true` rewrites what
/// differs.
class FormatTests {

    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder()
                            .style(JavaFormatterOptions.Style.AOSP)
                            .formatJavadoc(false)
                            .build());

    @Test
    void everyJavaFileIsFormatted() throws IOException {
        List<ProjectFiles.Text> unformatted =
                ProjectFiles.java().stream().filter(file -> !isFormatted(file)).toList();
        if (Boolean.getBoolean("format.apply")) {
            for (ProjectFiles.Text file : unformatted) {
                Files.writeString(file.path(), formatted(file.text()));
            }
            return;
        }
        assertThat(unformatted.stream().map(ProjectFiles.Text::path).map(Path::toString))
                .as("to format them: ./mvnw -q test -Dtest=FormatTests -Dformat.apply=true")
                .isEmpty();
    }

    @Test
    void seesABadlyFormattedFile() {
        assertThat(formatted("class A {int a ;}")).isNotEqualTo("class A {int a ;}");
    }

    @Test
    void seesAnUnusedImport() {
        assertThat(formatted("import java.util.List;\n\nclass A {}\n")).doesNotContain("import");
    }

    private static boolean isFormatted(ProjectFiles.Text file) {
        return file.text().equals(formatted(file.text()));
    }

    private static String formatted(String text) {
        try {
            String unused = RemoveUnusedImports.removeUnusedImports(text);
            String ordered = ImportOrderer.reorderImports(unused, JavaFormatterOptions.Style.AOSP);
            return StringWrapper.wrap(FORMATTER.formatSource(ordered), FORMATTER);
        } catch (FormatterException e) {
            throw new AssertionError("cannot be read as Java: " + e.getMessage(), e);
        }
    }
}
