package org.ehcexchange.ledger.held;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Messages that were accepted but not delivered, because a person must say whether they are about
/// the child they seem to be about.
public interface Held {

    /// Oldest first, at most `limit`.
    ///
    /// @param after the item a page before ended with; absent to start with the oldest
    List<Item> waiting(@Nullable UUID after, int limit);

    /// Lets it go on as if it had never been held.
    Deciding release(UUID item, Decision decision);

    /// Keeps it from being delivered for good, and tells its sender.
    Deciding reject(UUID item, Decision decision);

    /// What became of one that is held no more, in words; empty for one that is, and for none.
    Optional<String> became(UUID item);

    /// What became of a decision.
    sealed interface Deciding {
        record Done(Decided decided) implements Deciding {}

        /// Somebody has decided about it before, or its sender took it back.
        record NotPossible(String why) implements Deciding {}

        record NotFound() implements Deciding {}
    }

    /// @param id the exchange's own, because two senders may use one message id
    /// @param why without personal values
    /// @param fields names of the fields that differ or are in doubt
    record Item(
            UUID id,
            MessageId messageId,
            ConversationId conversationId,
            MessageType type,
            OrganisationCode from,
            OrganisationCode to,
            Instant since,
            String why,
            List<String> fields) {
        public Item {
            fields = List.copyOf(fields);
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

    /// @param state `released` or `rejected`
    record Decided(UUID id, String state, Instant at) {}
}
