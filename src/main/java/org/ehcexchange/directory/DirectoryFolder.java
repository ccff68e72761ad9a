package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The folder on disk: one `*.yaml` file an organisation, each read strictly.
@Component
class DirectoryFolder {

    private final DirectorySettings settings;
    private final Values values;

    DirectoryFolder(DirectorySettings settings, Environment environment) {
        this.settings = settings;
        this.values =
                new Values(
                        environment, new Secrets(environment.acceptsProfiles(Profiles.of("demo"))));
    }

    OrganisationCode home() {
        return new OrganisationCode(settings.home());
    }

    /// Takes the files' text as it is now; hidden files are not looked at.
    Snapshot look() {
        Map<String, String> texts = new TreeMap<>();
        List<DirectoryProblem> problems = new ArrayList<>();
        try (Stream<Path> entries = Files.list(settings.folder())) {
            entries.filter(Files::isRegularFile).forEach(file -> look(file, texts, problems));
        } catch (IOException | UncheckedIOException e) {
            problems.add(
                    DirectoryProblem.ofTheWhole(
                            "the folder '"
                                    + settings.folder()
                                    + "' cannot be read: set exchange.directory.folder to the"
                                    + " folder with the organisations' files"));
        }
        return new Snapshot(texts, problems);
    }

    private static void look(
            Path file, Map<String, String> texts, List<DirectoryProblem> problems) {
        String name = Objects.toString(file.getFileName());
        if (name.startsWith(".")) {
            return;
        }
        if (name.endsWith(".yml")) {
            problems.add(new DirectoryProblem(name, 0, "rename it to end in .yaml"));
        }
        if (name.endsWith(".yaml")) {
            try {
                texts.put(name, Files.readString(file));
            } catch (IOException e) {
                problems.add(new DirectoryProblem(name, 0, "cannot be read as UTF-8 text"));
            }
        }
    }

    /// Reads what was taken, and reports every problem at once.
    Contents read(Snapshot snapshot) {
        List<DirectoryProblem> problems = new ArrayList<>(snapshot.problems());
        List<Entry> entries = new ArrayList<>();
        snapshot.texts()
                .forEach((name, text) -> new Page(name, values, problems).read(text, entries));
        new Register(entries, problems).check(home());
        if (problems.isEmpty()) {
            return new Contents.Sound(
                    entries.stream().map(Entry::organisation).toList(),
                    entries.stream().flatMap(entry -> entry.people().stream()).toList());
        }
        return new Contents.Faulty(
                problems.stream().distinct().sorted(DirectoryProblem.ORDER).toList());
    }

    @Override
    public String toString() {
        return settings.folder().toString();
    }
}
