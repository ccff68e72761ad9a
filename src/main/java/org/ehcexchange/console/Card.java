package org.ehcexchange.console;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One message on a page.
///
/// @param withheld what the gate took out on the way
/// @param receipt absent for whoever did not send it
/// @param original absent where it is not for the reader
record Card(
        String title,
        String from,
        String to,
        Sheet sheet,
        List<Attachment> documents,
        List<String> reasons,
        List<String> withheld,
        List<String> remarks,
        @Nullable Receipt receipt,
        List<Parcel> parcels,
        @Nullable Script original,
        List<Script> went) {

    /// A document that the message names.
    record Attachment(String id, String title, String about) {}

    /// What its sender was told when it was accepted.
    record Receipt(String at, String standing, @Nullable String note, String sha256) {}

    /// Its way to one recipient.
    record Parcel(String to, String state, @Nullable String reason, List<String> attempts) {}

    /// Bytes as text.
    ///
    /// @param about what they are, and how many
    record Script(String about, String text) {

        @Override
        public String toString() {
            return "Script[not shown]";
        }
    }
}
