package org.ehcexchange.canonical;

import java.util.UUID;

/// What its sender calls a message; with the sender it is the idempotency key.
public record MessageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
