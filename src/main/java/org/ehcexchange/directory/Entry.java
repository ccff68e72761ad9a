package org.ehcexchange.directory;

/// One organisation as its file gives it, with where it stands for problems found later.
record Entry(Organisation organisation, String file, int line) {

    DirectoryProblem problem(String reason) {
        return new DirectoryProblem(file, line, reason);
    }
}
