package org.ehcexchange.directory;

/// One plain value of a file, with the key and line it stands at.
record Value(String key, String text, int line) {

    Value with(String replacement) {
        return new Value(key, replacement, line);
    }

    /// True after a missing key, whose problem is already reported.
    boolean isMissing() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return key + " at line " + line;
    }
}
