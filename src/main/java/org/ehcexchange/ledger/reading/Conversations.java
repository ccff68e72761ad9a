package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.ledger.Receipt;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the record tells those who took part in it.
///
/// Whoever asks sees the conversations in which it sent or was sent something, and nothing else:
/// somebody else's and an absent one are both empty. A recipient sees a message as it was cleared
/// for it, never as it came.
public interface Conversations {

    Optional<Recorded> message(OrganisationCode caller, MessageId id);

    Optional<Conversation> conversation(OrganisationCode caller, ConversationId id);

    /// One line of a conversation, without what happened in it.
    default Optional<Summary> summary(OrganisationCode caller, ConversationId id) {
        return conversation(caller, id).map(Conversation::summary);
    }

    /// The caller's conversations, newest first, at most `query.limit()` of them.
    Page page(OrganisationCode caller, Query query);

    /// The caller's plans that move, at most so many: first what is late, then what waits for the
    /// caller's answer with the longest waiting first, then what is due soon, then the newest.
    ///
    /// @param after the plan a page before ended with; absent for the first
    PlanList plans(OrganisationCode caller, @Nullable ConversationId after, int limit);

    /// One message as its reader may see it.
    ///
    /// @param receipt only for who sent it; absent for who received it
    record Recorded(EhcMessage message, Instant acceptedAt, @Nullable Receipt receipt) {}

    /// What to look for; absent fields do not narrow.
    ///
    /// @param kind such as `advice` or `plan-transfer`
    /// @param state a conversation state, or `overdue`: unanswered after the day it was due, or
    ///     `stranded`: with a body that has closed, and for which nobody alone answers
    /// @param after the conversation a page before ended with
    record Query(
            @Nullable String kind,
            @Nullable String state,
            @Nullable CaseReference caseReference,
            @Nullable ConversationId after,
            int limit) {}

    /// @param next what to give as `after` for the next page; absent on the last
    record Page(List<Summary> conversations, @Nullable ConversationId next) {
        public Page {
            conversations = List.copyOf(conversations);
        }
    }

    /// @param next what to give as `after` for the next page; absent on the last
    record PlanList(List<MovingPlan> plans, @Nullable ConversationId next) {
        public PlanList {
            plans = List.copyOf(plans);
        }
    }

    /// @param next absent while the caller owes nothing of it
    record MovingPlan(Summary summary, @Nullable NextDay next) {}

    /// The first day by which the caller must do something, of the clocks that run.
    ///
    /// @param exception the kind of exception that was accepted; absent when none was
    record NextDay(String rule, LocalDate dueOn, ClockState state, @Nullable String exception) {}

    /// A line in a list: enough to see what is late, and nothing of the child.
    ///
    /// @param kind `advice`, `plan-copy` or `plan-transfer`
    /// @param caseReference of a plan that moves, the plan's reference; absent where it belongs to
    ///     no open case
    /// @param adviceType absent in conversations that are not about advice
    /// @param dueOn the statutory day; absent when nothing is due
    /// @param metOn the day it was answered; absent until then
    /// @param exception the kind of exception that was accepted; absent when none was
    record Summary(
            ConversationId id,
            String kind,
            @Nullable CaseReference caseReference,
            @Nullable String adviceType,
            OrganisationCode from,
            OrganisationCode to,
            String state,
            boolean overdue,
            Instant openedAt,
            Instant changedAt,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate metOn,
            @Nullable String exception) {}

    /// All that happened in one conversation, oldest first.
    record Conversation(
            Summary summary, List<Step> timeline, List<Clock> clocks, List<Shipment> deliveries) {
        public Conversation {
            timeline = List.copyOf(timeline);
            clocks = List.copyOf(clocks);
            deliveries = List.copyOf(deliveries);
        }
    }

    /// One thing that happened, in words without personal data.
    ///
    /// @param messageId the message it happened to; absent when it is about the conversation
    record Step(
            Instant at,
            @Nullable OrganisationCode by,
            String what,
            @Nullable MessageId messageId,
            @Nullable MessageType type) {}

    /// How a duty of the conversation stands.
    ///
    /// @param id absent while the event that starts it has not happened, with every day
    /// @param since the legal day on which the state began
    /// @param startsOn the day counted from
    /// @param endedOn when what was due was done, or was no longer wanted; absent while it runs
    /// @param note what the date counts from, and any exception relied on
    /// @param working where its working is shown day by day, a path of the API
    record Clock(
            @Nullable UUID id,
            String rule,
            String ruleVersion,
            String provision,
            ClockState state,
            @Nullable LocalDate since,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate endedOn,
            String note,
            @Nullable String working) {}

    /// One message on its way to one recipient.
    record Shipment(
            UUID id,
            MessageId messageId,
            OrganisationCode to,
            String channel,
            String state,
            Instant since,
            @Nullable String reason,
            List<Attempt> attempts) {
        public Shipment {
            attempts = List.copyOf(attempts);
        }
    }

    record Attempt(int number, Instant at, String result, @Nullable String detail) {}
}
