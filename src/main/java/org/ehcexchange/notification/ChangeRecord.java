package org.ehcexchange.notification;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.clock.Work;
import org.ehcexchange.clock.Working;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.commissioner.CommissionerClocks;
import org.ehcexchange.ledger.commissioner.PlansOnRecord;
import org.ehcexchange.ledger.commissioner.PreparedNotifications;
import org.ehcexchange.notification.ResponsibleBodies.Resolved;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/// Writes what was found out of a change: its row, its clock, its conversation and the audit, which
/// the authority reads in the conversation of the plan.
@Component
class ChangeRecord {

    private final ChangeRows rows;
    private final CommissionerClocks clocks;
    private final PreparedNotifications notifications;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ChangeRecord(
            ChangeRows rows,
            CommissionerClocks clocks,
            PreparedNotifications notifications,
            Audit audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.clocks = clocks;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
    }

    /// @param untold why the old commissioner was not told; empty when it was
    void waits(
            Change change, PlansOnRecord.Found plan, Resolved.Two two, String untold, Instant now) {
        OrganisationCode old = two.old().code();
        LocalDate moved = ChangeLetters.movedOn(change, plan);
        rows.resolved(change, old, two.successor(), plan.child(), moved);
        notifications.open(
                new PreparedNotifications.Prepared(
                        change.id(),
                        old,
                        Objects.requireNonNullElse(two.successor(), old),
                        change.plan(),
                        plan.child(),
                        new ChangeLetters(change, plan).messageId()),
                now);
        start(change, two, moved, now);
        next(change, two, now);
        told(change, old, untold);
    }

    private void start(Change change, Resolved.Two two, LocalDate moved, Instant now) {
        Work due = clocks.due(change.cause(), moved, change.awareOn());
        if (due instanceof Working working) {
            clocks.start(
                    new CommissionerClocks.Duty(
                            change.id(),
                            change.authority(),
                            new CaseReference(change.plan()),
                            change.cause(),
                            two.old().code()),
                    two.successor(),
                    working,
                    LondonDay.of(now));
        }
    }

    private void next(Change change, Resolved.Two two, Instant now) {
        OrganisationCode successor = two.successor();
        if (successor != null && two.old().notifiesByItself()) {
            rows.approved(change.id(), null, null, successor, now);
        } else {
            rows.move(change.id(), ChangeState.WAITING, two.why(), now);
            events.publishEvent(new ChangeWaits(change.id(), two.old().code(), now));
        }
    }

    private void told(Change change, OrganisationCode old, String untold) {
        if (untold.isEmpty()) {
            note(
                    change.planConversation(),
                    "commissioner-told",
                    "%s is to tell the new commissioner, in conversation %s"
                            .formatted(old, change.id()));
        } else {
            note(
                    change.planConversation(),
                    "commissioner-not-told",
                    "%s could not be told: %s".formatted(old, untold));
        }
        note(change.id(), "prepared", "the plan of " + change.authority() + " brought it about");
    }

    void nothingToSend(
            Change change, PlansOnRecord.Found plan, Resolved.SameBody same, Instant now) {
        OrganisationCode body = same.body().code();
        rows.resolved(change, body, body, plan.child(), ChangeLetters.movedOn(change, plan));
        rows.move(change.id(), ChangeState.NOTHING_TO_SEND, same.why(), now);
        note(change.planConversation(), "nothing-to-send", same.why());
    }

    /// Said once, however often somebody looks again.
    void unresolved(Change before, String why, Instant now) {
        if (before.state() != ChangeState.UNRESOLVED) {
            note(before.planConversation(), "commissioner-unresolved", why);
        }
        rows.move(before.id(), ChangeState.UNRESOLVED, why, now);
    }

    private void note(ConversationId conversation, String act, String reason) {
        audit.add(new Audit.Act("exchange", act, null, conversation, Map.of("reason", reason)));
    }

    /// That a person approved it, or that it went by itself, and whom it was sent to.
    void sent(Change change, Instant now) {
        OrganisationCode by = change.byPerson() ? change.resolvedOld() : null;
        rows.sent(change.id(), now);
        audit.add(
                new Audit.Act(
                        by == null ? "exchange" : by.value(),
                        ChangeState.APPROVED.code(),
                        null,
                        change.id(),
                        Map.of("reason", words(change, by))));
    }

    private static String words(Change change, @Nullable OrganisationCode by) {
        return by == null
                ? "the directory lets %s's notifications go by themselves"
                        .formatted(change.resolvedOld())
                : "a person at %s approved it for %s".formatted(by, change.resolvedSuccessor());
    }

    /// Who dismissed it stays in the audit; why is for the authority to read, too.
    void dismissed(Change change, Changes.By by, Dismissals.Word word, Instant now) {
        rows.move(change.id(), ChangeState.DISMISSED, word.words(), now);
        notifications.dismiss(change.id(), now);
        audit.add(
                new Audit.Act(
                        by.body().value(),
                        ChangeState.DISMISSED.code(),
                        null,
                        change.id(),
                        Audit.by(by.person(), Map.of("reason", word.words(), "by", word.by()))));
        note(change.planConversation(), "notification-dismissed", word.words());
    }

    void notSent(Change change, String why, Instant now) {
        rows.move(change.id(), ChangeState.WAITING, "it was not sent: " + why, now);
        note(change.id(), "not-sent", why);
        events.publishEvent(new ChangeWaits(change.id(), change.resolvedOld(), now));
    }
}
