package org.ehcexchange.ledger.advice;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.AdviceClock;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.clock.Unworkable;
import org.ehcexchange.clock.Working;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.ledger.conversation.DueOnReceipt;
import org.ehcexchange.timekeeping.Start;
import org.ehcexchange.timekeeping.Subject;
import org.ehcexchange.timekeeping.Timekeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The clock of each request for advice: started by proof of delivery, stopped by a withdrawal,
/// moved by nothing. What answers do to it is for [AdviceReplies] to say.
@Component
public class AdviceClocks implements DueOnReceipt {

    private final AdviceClock clock;
    private final Timekeeper timekeeper;
    private final Audit audit;

    AdviceClocks(AdviceClock clock, Timekeeper timekeeper, Audit audit) {
        this.clock = clock;
        this.timekeeper = timekeeper;
        this.audit = audit;
    }

    /// A request, as far as its clock goes.
    public record Asked(Subject.Conversation conversation, OrganisationCode adviser) {

        public static Asked of(AdviceRequest request) {
            return new Asked(
                    new Subject.Conversation(
                            request.envelope().conversationId(),
                            request.envelope().from(),
                            request.caseReference()),
                    request.envelope().to());
        }

        static Asked of(ConversationRows.Open open) {
            return new Asked(
                    new Subject.Conversation(open.id(), open.authority(), open.caseReference()),
                    open.adviser());
        }
    }

    /// Of a request, before anyone has received it.
    @Override
    public List<Receipt.Due> expected(EhcMessage message, LocalDate today) {
        return message instanceof AdviceRequest ? List.of(expected(today)) : List.of();
    }

    private Receipt.Due expected(LocalDate today) {
        Working due = clock.due(today);
        return new Receipt.Due(
                due.rule(),
                due.provision(),
                due.dueOn(),
                "if the adviser receives the request today; the day of delivery decides");
    }

    /// The day an answer is due, if the request is received on this day; absent when the rules do
    /// not reach that far.
    public @Nullable LocalDate dueOn(LocalDate receivedOn) {
        return switch (clock.work(receivedOn)) {
            case Working working -> working.dueOn();
            case Unworkable unworkable -> null;
        };
    }

    /// Starts the clock on the day the adviser received the request; a second proof changes
    /// nothing. Where the rules do not reach that far it does not start, and the audit says why.
    ///
    /// @return the day it is due; absent when it did not start
    public @Nullable LocalDate received(Asked asked, Instant at) {
        LocalDate day = LondonDay.of(at);
        return switch (clock.work(day)) {
            case Working working -> started(asked, working, day);
            case Unworkable unworkable -> notStarted(asked, unworkable);
        };
    }

    private @Nullable LocalDate notStarted(Asked asked, Unworkable unworkable) {
        String reason =
                unworkable.reasons().stream()
                        .map(Violation::problem)
                        .collect(Collectors.joining(" "));
        audit.add(
                new Audit.Act(
                        "exchange",
                        "clock-not-started",
                        null,
                        asked.conversation().id(),
                        Map.of("rule", AdviceClock.RULE, "reason", reason)));
        return null;
    }

    private LocalDate started(Asked asked, Working working, LocalDate day) {
        Start start =
                new Start(
                        asked.conversation(),
                        asked.adviser(),
                        asked.conversation().authority(),
                        working);
        return timekeeper.start(List.of(start), day).stream()
                .findFirst()
                .orElseGet(() -> timekeeper.find(asked.conversation(), AdviceClock.RULE))
                .term()
                .dueOn();
    }

    /// Stops the clock of a request that was taken back; without effect where none runs.
    public void withdrawn(Asked asked, Instant at) {
        timekeeper.stop(asked.conversation(), AdviceClock.RULE, LondonDay.of(at));
    }
}
