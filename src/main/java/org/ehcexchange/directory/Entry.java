package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;

import java.util.Map;

/// One organisation as its file gives it, with where it stands for problems found later.
///
/// @param lines where the file names the bodies it is related to
record Entry(
        Organisation organisation, String file, int line, Map<OrganisationCode, Integer> lines) {

    DirectoryProblem problem(String reason) {
        return new DirectoryProblem(file, line, reason);
    }

    /// A problem of how it is related to `other`.
    DirectoryProblem problem(OrganisationCode other, String reason) {
        return new DirectoryProblem(file, lines.getOrDefault(other, line), reason);
    }
}
