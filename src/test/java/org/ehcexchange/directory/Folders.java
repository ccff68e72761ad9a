package org.ehcexchange.directory;

import org.springframework.mock.env.MockEnvironment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A directory folder for one test, with the settings and profile it is read under.
final class Folders {

    static final String HOME =
            """
            code: LA:998
            name: Northshire County Council
            roles: [authority]
            ods-code: ZL998
            channel: {type: canonical-pull}
            """;

    final Path path;
    final MockEnvironment environment = new MockEnvironment();
    final List<Object> events = new ArrayList<>();

    Folders(Path path) {
        this.path = path;
        write("home.yaml", HOME);
    }

    Folders inDemo() {
        environment.setActiveProfiles("demo");
        return this;
    }

    Folders with(String name, String value) {
        environment.setProperty(name, value);
        return this;
    }

    Folders write(String file, String text) {
        try {
            Files.writeString(path.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folders delete(String file) {
        try {
            Files.delete(path.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Organisations open() {
        var settings = new DirectorySettings(path.toString(), "LA:998", Duration.ZERO);
        return new Organisations(new DirectoryFolder(settings, environment), events::add);
    }

    List<String> problems() {
        var settings = new DirectorySettings(path.toString(), "LA:998", Duration.ZERO);
        var folder = new DirectoryFolder(settings, environment);
        return switch (folder.read(folder.look())) {
            case Contents.Sound _ -> List.of();
            case Contents.Faulty(var problems) ->
                    problems.stream().map(DirectoryProblem::toString).toList();
        };
    }
}
