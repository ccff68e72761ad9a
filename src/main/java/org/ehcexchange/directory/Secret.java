package org.ehcexchange.directory;

/// A credential that no log line or page shows.
public record Secret(String value) {

    @Override
    public String toString() {
        return "(secret)";
    }
}
