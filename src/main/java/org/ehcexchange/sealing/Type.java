package org.ehcexchange.sealing;

import java.util.Arrays;
import java.util.Optional;

/// What an exchange signs; the header's `typ` says which, so that one can never pass for another
/// (RFC 8725, 3.11).
public enum Type {
    MESSAGE("ehc-message+jws"),
    RECEIPT("ehc-receipt+jws"),
    /// Which parts the sender is about to push, with their sizes.
    ANNOUNCEMENT("ehc-announcement+jws"),
    /// Who makes one request, and which.
    PROOF("ehc-proof+jws"),
    EVIDENCE("ehc-evidence+jws");

    private final String type;

    Type(String type) {
        this.type = type;
    }

    /// As the header says it.
    public String type() {
        return type;
    }

    static Optional<Type> find(String type) {
        return Arrays.stream(values()).filter(known -> known.type.equals(type)).findFirst();
    }
}
