package org.ehcexchange.notice;

import org.ehcexchange.canonical.ConversationId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// Something came to a stage.
///
/// @param thing a conversation, a clock or what is held, as the stage says
/// @param occurrence tells one time that it came to the stage from the next, whoever hears of it
/// @param conversation absent where it is about none
/// @param at the moment; of what a day brings, that day's first
record Happening(
        Stage stage,
        UUID thing,
        String occurrence,
        @Nullable ConversationId conversation,
        Instant at) {

    /// Of a conversation, which is the thing.
    static Happening in(ConversationId conversation, Stage stage, String occurrence, Instant at) {
        return new Happening(stage, conversation.value(), occurrence, conversation, at);
    }
}
