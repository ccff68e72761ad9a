package org.ehcexchange.worktray;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.directory.Person;

import java.time.Instant;

/// A request was handed to a colleague by name; published in the transaction that notes it.
public record HandedOut(ConversationId conversation, Person by, Person colleague, Instant at) {

    static HandedOut of(Asked asked, Person by, Person colleague, Instant at) {
        return new HandedOut(asked.conversation().summary().id(), by, colleague, at);
    }
}
