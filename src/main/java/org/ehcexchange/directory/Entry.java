package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;

import java.util.List;
import java.util.Map;

/// One organisation as its file gives it, with where it stands for problems found later.
record Entry(Organisation organisation, List<Person> people, String file, Lines lines) {

    /// Where the file names what.
    ///
    /// @param related the bodies it is related to
    /// @param people its people, by what they sign in with
    record Lines(int code, Map<OrganisationCode, Integer> related, Map<String, Integer> people) {}

    DirectoryProblem problem(String reason) {
        return new DirectoryProblem(file, lines.code(), reason);
    }

    /// A problem of how it is related to `other`.
    DirectoryProblem problem(OrganisationCode other, String reason) {
        return new DirectoryProblem(
                file, lines.related().getOrDefault(other, lines.code()), reason);
    }

    /// A problem of one of its people.
    DirectoryProblem problem(Person person, String reason) {
        return new DirectoryProblem(
                file, lines.people().getOrDefault(person.signIn(), lines.code()), reason);
    }
}
