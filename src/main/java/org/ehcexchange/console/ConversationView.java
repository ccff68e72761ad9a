package org.ehcexchange.console;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the page of one conversation shows to one reader.
///
/// @param heading without the child
/// @param purpose of the messages read, as the audit keeps it
record ConversationView(
        String id,
        String heading,
        String from,
        String to,
        Words.Tag state,
        boolean overdue,
        String purpose,
        List<Clocks.Face> clocks,
        List<Event> events) {

    ConversationView {
        clocks = List.copyOf(clocks);
        events = List.copyOf(events);
    }

    /// One thing that happened.
    ///
    /// @param by absent where the exchange did it by itself
    /// @param card the message that came in by it; absent where none did, or it is not for the
    ///     reader
    record Event(String at, @Nullable String by, String what, @Nullable Card card) {}
}
