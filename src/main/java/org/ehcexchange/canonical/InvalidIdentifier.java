package org.ehcexchange.canonical;

/// Code made an identifier from text that is not one; the message says why and never shows the
/// text.
public final class InvalidIdentifier extends IllegalArgumentException {

    InvalidIdentifier(String message) {
        super(message);
    }
}
