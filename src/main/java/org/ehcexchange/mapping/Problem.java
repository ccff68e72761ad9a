package org.ehcexchange.mapping;

import java.nio.file.Path;

/// One thing that is wrong with the mapping files.
///
/// @param line from 1; 0 when it concerns the whole file
record Problem(Path file, int line, String reason) {

    @Override
    public String toString() {
        return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason;
    }
}
