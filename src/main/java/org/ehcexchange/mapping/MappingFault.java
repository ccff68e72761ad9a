package org.ehcexchange.mapping;

/// A mapping file asks for something that does not exist; the message never repeats a value.
final class MappingFault extends RuntimeException {

    MappingFault(String message) {
        super(message);
    }
}
