package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Bad folders and the words they are refused with.
class DirectoryFaultsTests {

    record Case(
            String name,
            boolean demo,
            Map<String, String> environment,
            Map<String, String> files,
            List<String> problems) {}

    @TestFactory
    Stream<DynamicTest> refusesBadFoldersInTheseWords(@TempDir Path temp) throws IOException {
        List<Case> cases =
                new YAMLMapper()
                        .readValue(
                                getClass().getResourceAsStream("/directory/faults.yaml"),
                                new TypeReference<>() {});
        return cases.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> run(one, temp)));
    }

    private static void run(Case one, Path temp) throws IOException {
        Folders folder = new Folders(Files.createTempDirectory(temp, "case"));
        if (one.demo()) {
            folder.inDemo();
        }
        if (one.environment() != null) {
            one.environment().forEach(folder::with);
        }
        one.files().forEach(folder::write);
        assertThat(folder.problems()).containsExactlyElementsOf(one.problems());
    }

    @Test
    void refusesAFolderThatIsNotThere(@TempDir Path temp) {
        Folders folder = new Folders(temp).delete("home.yaml");
        assertThat(folder.problems())
                .containsExactly(
                        "exchange.directory.home is LA:998, but no file in the folder has that"
                                + " code");

        temp.toFile().delete();
        assertThat(folder.problems())
                .anyMatch(problem -> problem.contains("set exchange.directory.folder"));
    }

    @Test
    void refusesTextThatIsNotUtf8(@TempDir Path temp) throws IOException {
        Folders folder = new Folders(temp);
        Files.write(temp.resolve("a.yaml"), "name: Château".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(folder.problems()).containsExactly("a.yaml: cannot be read as UTF-8 text");
    }

    @Test
    void passesOverHiddenAndOtherFiles(@TempDir Path temp) {
        Folders folder =
                new Folders(temp).write(".hidden.yaml", "nonsense").write("README.md", "# Who");

        assertThat(folder.problems()).isEmpty();
    }
}
