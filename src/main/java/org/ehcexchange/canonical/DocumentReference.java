package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// A document a message names; its bytes travel beside the message.
///
/// @param size in bytes
/// @param sha256 64 lower-case hexadecimal digits
/// @param confidentiality absent means normal
public record DocumentReference(
        UUID id,
        String title,
        String mediaType,
        long size,
        String sha256,
        @Nullable Confidentiality confidentiality) {

    @Override
    public String toString() {
        return "DocumentReference[not shown]";
    }
}
