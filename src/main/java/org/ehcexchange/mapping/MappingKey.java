package org.ehcexchange.mapping;

import org.ehcexchange.mapping.Mappings.Direction;

import java.util.Locale;

/// Which mapping: one file.
record MappingKey(String agency, String message, Direction direction) {

    @Override
    public String toString() {
        return agency + "/" + message + "." + direction.name().toLowerCase(Locale.ROOT);
    }
}
