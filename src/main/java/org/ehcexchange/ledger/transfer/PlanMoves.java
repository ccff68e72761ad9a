package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What an authority may do with its plans that move, beside sending messages.
public interface PlanMoves {

    /// Takes back a plan that waits for its day, or for a person to say which child it is about:
    /// nothing has left, so nobody is told. Or lets one
    /// that was declined or called back go nowhere: whoever had it was told.
    Deciding withdraw(ConversationId conversation, Decision decision);

    /// @param by the organisation whose credentials were used
    /// @param reason in the decider's words; kept in the audit
    /// @param person what they sign in with who decide on the pages; absent where a system does
    record Decision(OrganisationCode by, String reason, @Nullable String person) {

        /// A system's.
        public Decision(OrganisationCode by, String reason) {
            this(by, reason, null);
        }
    }

    /// What became of a decision.
    sealed interface Deciding {
        record Done(Decided decided) implements Deciding {}

        /// The plan has left, or will not leave anyway.
        record NotPossible(String why) implements Deciding {}

        /// No such transfer, or another authority's.
        record NotFound() implements Deciding {}
    }

    record Decided(ConversationId conversationId, String state, Instant at) {}
}
