package org.ehcexchange.directory;

import java.util.Comparator;

/// One thing that is wrong with the directory folder, said so that an engineer can put it right.
///
/// @param file the file's name in the folder; "" when it is the folder or a setting
/// @param line counted from 1; 0 when no single line is at fault
/// @param reason what is wrong and what to do; never a secret
public record DirectoryProblem(String file, int line, String reason) {

    static final Comparator<DirectoryProblem> ORDER =
            Comparator.comparing(DirectoryProblem::file)
                    .thenComparingInt(DirectoryProblem::line)
                    .thenComparing(DirectoryProblem::reason);

    /// A problem of the folder or the settings as a whole.
    static DirectoryProblem ofTheWhole(String reason) {
        return new DirectoryProblem("", 0, reason);
    }

    @Override
    public String toString() {
        if (file.isEmpty()) {
            return reason;
        }
        return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason;
    }
}
