package org.ehcexchange.notification;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.NotificationCause;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.ClockState;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes of commissioner, for those whom they concern: the old commissioner, which approves, and
/// the authority that has the plan.
///
/// Somebody else's and an absent one are both empty.
public interface Changes {

    /// The caller's, the newest first, at most `query.limit()` of them.
    Page page(OrganisationCode caller, Query query);

    Optional<Whole> find(OrganisationCode caller, ConversationId id);

    /// The word of a person at the old commissioner: the notification goes.
    Approving approve(OrganisationCode caller, ConversationId id, Map<String, Object> said);

    /// The word of a person at the old commissioner: it was wrongly prepared, and nobody is told.
    Dismissing dismiss(By by, ConversationId id, Map<String, Object> said);

    /// A change of GP, or a move within the authority's area: started by the old commissioner or
    /// the authority. The same again changes nothing.
    ///
    /// @param sha256 of the bytes that it was said in
    Starting start(By by, Map<String, Object> said, String sha256);

    /// Who acts.
    ///
    /// @param person what they sign in with who act on the pages; absent where a system does
    record By(OrganisationCode body, @Nullable String person) {}

    /// @param state absent for all
    /// @param after the change a page before ended with
    record Query(@Nullable ChangeState state, @Nullable ConversationId after, int limit) {}

    /// @param next what to give as `after` for the next page; absent on the last
    record Page(List<Item> changes, @Nullable ConversationId next) {
        public Page {
            changes = List.copyOf(changes);
        }
    }

    /// A line in a list: nothing of the child.
    ///
    /// @param id of the notification's conversation
    /// @param plan its reference
    /// @param from the old commissioner; absent until somebody can say who it is
    /// @param to the new one; absent likewise
    /// @param movedOn absent until the plan has been read
    /// @param notification how the notification's conversation stands; absent until there is one
    /// @param dueOn the statutory day; absent while no clock runs
    /// @param reason why it is not, or not yet, sent
    /// @param approvedBy who at the old commissioner said so; told to nobody else
    record Item(
            ConversationId id,
            ChangeState state,
            NotificationCause cause,
            String plan,
            OrganisationCode authority,
            OrganisationCode nextAuthority,
            @Nullable OrganisationCode from,
            @Nullable OrganisationCode to,
            @Nullable LocalDate movedOn,
            LocalDate awareOn,
            @Nullable String notification,
            @Nullable LocalDate dueOn,
            @Nullable ClockState clock,
            int reminders,
            @Nullable String reason,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            Instant heardAt) {}

    /// @param message what will be sent if it is approved, for the old commissioner only; absent
    ///     once it was sent, when the conversation has it
    record Whole(Item change, @Nullable EhcMessage message) {}

    /// What came of an approval.
    sealed interface Approving {
        record Done(Item change) implements Approving {}

        record Faulty(List<Violation> why) implements Approving {}

        /// It was approved before, or there is nothing to approve.
        record NotPossible(String why) implements Approving {}

        record NotFound() implements Approving {}
    }

    /// What came of a dismissal.
    sealed interface Dismissing {
        record Done(Item change) implements Dismissing {}

        /// What is wrong with it, such as a reason that does not end the duty.
        record Faulty(List<Violation> why) implements Dismissing {}

        /// It was sent, or there is nothing to dismiss.
        record NotPossible(String why) implements Dismissing {}

        record NotFound() implements Dismissing {}
    }

    /// What came of starting one.
    sealed interface Starting {
        record Started(Item change) implements Starting {}

        record AlreadyStarted(Item change) implements Starting {}

        record Faulty(List<Violation> why) implements Starting {}

        /// Another change has this id.
        record Taken() implements Starting {}
    }
}
