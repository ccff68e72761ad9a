package org.ehcexchange.notification;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.commissioner.NotResponsible;
import org.ehcexchange.ledger.commissioner.NotificationOvertaken;
import org.ehcexchange.timekeeping.ClockTurned;
import org.ehcexchange.timekeeping.RunningClock;
import org.ehcexchange.timekeeping.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;

/// Hears what concerns changes of commissioner, in the transaction in which it happens.
///
/// That an old authority's time to transfer a plan begins means that the plan was recorded at its
/// exchange, and not before: once for each plan that moves.
@Component
class Hearing {

    private static final String TRANSFER = "transfer";

    private final ChangeRows rows;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Hearing(ChangeRows rows, InstantSource clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.clock = clock;
        this.events = events;
    }

    /// Whether it is the one that means that a plan was recorded.
    static boolean isOfAPlan(ClockTurned turned) {
        return turned.from() == ClockState.NOT_STARTED && turned.clock().rule().equals(TRANSFER);
    }

    @EventListener
    void on(ClockTurned turned) {
        RunningClock started = turned.clock();
        CaseReference plan = started.subject().caseReference();
        OrganisationCode next = started.owedTo();
        if (isOfAPlan(turned)
                && started.subject() instanceof Subject.Conversation moving
                && plan != null
                && next != null) {
            Instant now = clock.instant();
            rows.hear(
                    new ChangeRows.Heard(
                            idOf(moving.id()),
                            moving.id(),
                            plan.value(),
                            moving.authority(),
                            next,
                            LondonDay.of(now),
                            now));
        }
    }

    /// The same for a plan that moves whoever hears of it, and however often.
    static ConversationId idOf(ConversationId moving) {
        return new ConversationId(
                UuidCreator.getNameBasedSha1(moving.value(), "commissioner-notification"));
    }

    @EventListener
    void on(NotResponsible not) {
        Instant now = clock.instant();
        rows.waitAgain(not, now);
        rows.find(not.conversation())
                .filter(change -> change.state() == ChangeState.WAITING)
                .map(Change::resolvedOld)
                .ifPresent(
                        old -> events.publishEvent(new ChangeWaits(not.conversation(), old, now)));
    }

    @EventListener
    void on(NotificationOvertaken overtaken) {
        rows.overtaken(overtaken.conversation(), clock.instant());
    }
}
