package org.ehcexchange.ledger;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.AdviceClock;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.clock.Working;
import org.ehcexchange.timekeeping.GivenExcuse;
import org.ehcexchange.timekeeping.Start;
import org.ehcexchange.timekeeping.Subject;
import org.ehcexchange.timekeeping.Timekeeper;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// The clock of each request for advice: started by proof of delivery, met by an answer, stopped by
/// a withdrawal, moved by nothing.
@Component
public class AdviceClocks {

    private final AdviceClock clock;
    private final Timekeeper timekeeper;

    AdviceClocks(AdviceClock clock, Timekeeper timekeeper) {
        this.clock = clock;
        this.timekeeper = timekeeper;
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

        /// Whoever asks for advice names the case.
        static Asked of(ConversationRows.Open open) {
            return new Asked(
                    new Subject.Conversation(
                            open.id(),
                            open.authority(),
                            Objects.requireNonNull(open.caseReference())),
                    open.adviser());
        }
    }

    /// What the receipt of a request says, before anyone has received it.
    Receipt.Due expected(LocalDate today) {
        Working due = clock.due(today);
        return new Receipt.Due(
                due.rule(),
                due.provision(),
                due.dueOn(),
                "if the adviser receives the request today; the day of delivery decides");
    }

    /// The day an answer is due, if the request is received on this day.
    public LocalDate dueOn(LocalDate receivedOn) {
        return clock.dueOn(receivedOn);
    }

    /// Starts the clock on the day the adviser received the request; a second proof changes
    /// nothing.
    ///
    /// @return the day it is due
    public LocalDate received(Asked asked, Instant at) {
        LocalDate day = LondonDay.of(at);
        Start start =
                new Start(
                        asked.conversation(),
                        asked.adviser(),
                        asked.conversation().authority(),
                        clock.due(day));
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

    /// What an accepted reply does to the clock.
    void apply(ConversationRows.Open open, Entry entry) {
        switch (entry.message()) {
            case AdviceAcknowledged acknowledged -> start(open, Asked.of(open), entry.at());
            case AdviceReturn advice -> {
                start(open, Asked.of(open), entry.at());
                answered(Asked.of(open), entry.at(), advice.answer());
            }
            case AdviceWithdrawn withdrawn -> withdrawn(Asked.of(open), entry.at());
            default -> {
                // Reminders leave the clock alone.
            }
        }
    }

    /// A reply shows that the request was received, where nothing showed it before.
    private void start(ConversationRows.Open open, Asked asked, Instant at) {
        if (open.receivedOn() == null) {
            received(asked, at);
        }
    }

    private void answered(Asked asked, Instant at, Answer answer) {
        LocalDate day = LondonDay.of(at);
        switch (answer) {
            case Answer.Late late ->
                    timekeeper.excuse(asked.conversation(), AdviceClock.RULE, excuse(late, day));
            case Answer.Provided provided -> met(asked, day);
            case Answer.NothingKnown nothing -> met(asked, day);
            case Answer.Declined declined -> met(asked, day);
        }
    }

    private void met(Asked asked, LocalDate day) {
        timekeeper.meet(asked.conversation(), AdviceClock.RULE, day);
    }

    private static GivenExcuse excuse(Answer.Late late, LocalDate day) {
        Answer.LateException given = late.exception();
        LocalDate to = given.to();
        return new GivenExcuse(
                given.kind().code(),
                given.reason(),
                given.from(),
                to,
                given.author(),
                day,
                to == null || to.isAfter(late.expectedBy()) ? late.expectedBy() : to,
                List.of());
    }
}
