package org.ehcexchange.ledger.children;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;

import java.time.Instant;

/// The mark of a protected child, set or lifted by the authority.
///
/// Messages set it too, and none lifts it. What is still to be delivered is cleared again when it
/// goes, and so keeps to the mark as it is then.
public interface Protection {

    /// @param conversation any of the authority's own about the child
    Deciding decide(ConversationId conversation, Decision decision);

    /// @param by the organisation whose credentials were used
    /// @param reason in the decider's words; kept in the audit
    record Decision(OrganisationCode by, boolean protectedChild, String reason) {}

    /// What became of a decision.
    sealed interface Deciding {
        record Done(Marked marked) implements Deciding {}

        /// There is no child on record yet, because the request is held or was refused.
        record NotPossible(String why) implements Deciding {}

        /// No such conversation, or another authority's.
        record NotFound() implements Deciding {}
    }

    record Marked(
            ConversationId conversationId,
            @JsonProperty("protected") boolean protectedChild,
            Instant at) {}
}
