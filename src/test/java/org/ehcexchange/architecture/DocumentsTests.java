package org.ehcexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What people read is short, in one shape, and leads somewhere.
class DocumentsTests {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void everyDecisionIsShortAndInOneShape() throws IOException {
        assertThat(decisions())
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        decision -> {
                            String text = Files.readString(decision);
                            assertThat(text.lines().count())
                                    .as("%s", decision)
                                    .isLessThanOrEqualTo(40);
                            assertThat(text)
                                    .as("%s", decision)
                                    .startsWith("# " + number(decision) + " ")
                                    .contains(
                                            "**Question.**",
                                            "**Decision.**",
                                            "**Not chosen.**",
                                            "**Cost.**",
                                            "**Reopen if**");
                        });
    }

    @Test
    void noTwoDecisionsHaveOneNumber() throws IOException {
        assertThat(decisions().stream().map(DocumentsTests::number)).doesNotHaveDuplicates();
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<ProjectFiles.Text> pages =
                ProjectFiles.texts().stream()
                        .filter(file -> file.path().toString().endsWith(".md"))
                        .toList();

        assertThat(pages.stream().flatMap(DocumentsTests::brokenLinks)).isEmpty();
    }

    private static Stream<String> brokenLinks(ProjectFiles.Text page) {
        return LINK.matcher(page.text())
                .results()
                .map(link -> link.group(1))
                .filter(target -> !Files.exists(page.path().resolveSibling(target)))
                .map(target -> page.path() + " -> " + target);
    }

    private static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/decisions"))) {
            return files.sorted().toList();
        }
    }

    private static String number(Path decision) {
        return decision.getFileName().toString().substring(0, 4);
    }
}
