package org.ehcexchange.console;

import org.ehcexchange.delivery.DeadLetters.Letter;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// One delivery in a list or on its page; nothing in it says who a child is.
///
/// @param dead whether a person must act, and can
/// @param owner who must act; absent unless it is dead
/// @param reason why it stands as it does; absent when it simply does
record DeliveryLine(
        UUID id,
        String what,
        String from,
        String to,
        String partner,
        Words.Tag state,
        int attempts,
        String since,
        boolean dead,
        @Nullable String owner,
        @Nullable String reason,
        String messageId,
        String conversation) {

    private static final String DEAD = "dead";

    static DeliveryLine of(Letter letter, Names names) {
        var owner = letter.owner();
        return new DeliveryLine(
                letter.id(),
                Words.plain(letter.type().code()),
                names.of(letter.from()),
                names.of(letter.to()),
                letter.to().value(),
                tag(letter.state()),
                letter.attempts(),
                Words.moment(letter.since()),
                letter.state().equals(DEAD),
                owner == null ? null : names.of(owner),
                letter.reason(),
                letter.messageId().toString(),
                "/conversations/" + letter.conversationId());
    }

    static Words.Tag tag(String state) {
        return new Words.Tag(
                Words.plain(Words.delivery(state)),
                switch (state) {
                    case DEAD, "refused" -> "red";
                    case "delivered" -> "green";
                    case "discarded" -> "grey";
                    default -> "blue";
                });
    }
}
