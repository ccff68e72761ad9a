package org.ehcexchange.directory;

import java.util.List;

/// What the files of the folder say, once read.
sealed interface Contents {

    record Sound(List<Organisation> organisations, List<Person> people) implements Contents {}

    /// At least one problem; nothing of it may be used.
    record Faulty(List<DirectoryProblem> problems) implements Contents {}
}
