package org.ehcexchange.canonical;

import java.util.UUID;

/// One request and all that answers it.
public record ConversationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
