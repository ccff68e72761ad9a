package org.ehcexchange.delivery;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Deliveries that need a person: what they are, and what that person can do.
public interface DeadLetters {

    /// Deliveries, the longest in their state first, at most `query.limit()` of them.
    Page page(Query query);

    /// What a replay would send, without sending it; empty when there is no such delivery.
    Optional<Replay> preview(UUID delivery);

    /// How often a delivery was tried and how each try ended, oldest first.
    List<Attempt> attempts(UUID delivery);

    /// Puts a dead delivery back in its partner's queue under the same message id, with its
    /// attempts counted anew.
    Deciding replay(UUID delivery, Decision decision);

    /// Gives a dead delivery up for good; kept, shown, never sent.
    Deciding discard(UUID delivery, Decision decision);

    /// What to look for; absent fields do not narrow.
    ///
    /// @param state a delivery state such as `dead` or `delivered`, or `waiting`: `ready`, `queued`
    ///     or `sending`
    /// @param after the delivery a page before ended with
    record Query(
            @Nullable String state,
            @Nullable OrganisationCode to,
            @Nullable UUID after,
            int limit) {}

    /// @param next what to give as `after` for the next page; absent on the last
    record Page(List<Letter> deliveries, @Nullable UUID next) {
        public Page {
            deliveries = List.copyOf(deliveries);
        }
    }

    /// One delivery, without personal data.
    ///
    /// @param owner who must act on it when it is dead
    /// @param reason why it is in this state; absent when it simply is
    record Letter(
            UUID id,
            MessageId messageId,
            ConversationId conversationId,
            MessageType type,
            OrganisationCode from,
            OrganisationCode to,
            String channel,
            String state,
            int attempts,
            Instant since,
            @Nullable OrganisationCode owner,
            @Nullable String reason) {}

    /// @param outcome `sent`, `try-again`, `unreachable` or `failed`
    /// @param reason absent when it was sent
    record Attempt(Instant at, String outcome, @Nullable String reason) {}

    /// @param possible whether a replay would send anything now
    /// @param sends in a sentence: what goes where, and what the partner may already have
    /// @param withheld what minimisation takes out for this recipient
    /// @param refusals why the gate would not let it go now; empty when it would
    record Replay(
            Letter delivery,
            boolean possible,
            String sends,
            List<String> withheld,
            List<Violation> refusals) {
        public Replay {
            withheld = List.copyOf(withheld);
            refusals = List.copyOf(refusals);
        }
    }

    /// @param by the organisation whose credentials were used
    /// @param person what the decider signed in with; absent where a system decided
    /// @param reason in the decider's words; kept in the audit
    record Decision(OrganisationCode by, @Nullable String person, String reason) {

        /// By a system, for its organisation.
        public Decision(OrganisationCode by, String reason) {
            this(by, null, reason);
        }
    }

    /// What came of a decision.
    sealed interface Deciding {
        record Done(Letter delivery) implements Deciding {}

        /// @param why it is not dead, or the gate refuses it
        record NotPossible(String why) implements Deciding {}

        record NotFound() implements Deciding {}
    }
}
