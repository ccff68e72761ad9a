package org.ehcexchange.ledger.accepting;

import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.DeliveriesWaiting;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.conversation.MessageRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Accepts in one database transaction; an outcome exists only once that has committed.
@Component("acceptance")
class Accepting implements Acceptance {

    private final TransactionTemplate transaction;
    private final MessageRows messages;
    private final Checks checks;
    private final Admitting admitting;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Accepting(
            TransactionTemplate transaction,
            MessageRows messages,
            Checks checks,
            Admitting admitting,
            Audit audit,
            ApplicationEventPublisher events) {
        this.transaction = transaction;
        this.messages = messages;
        this.checks = checks;
        this.admitting = admitting;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public Outcome accept(Arrival.Result result) {
        return switch (result) {
            case Arrival.Unread unread ->
                    refuse(unread.arrival(), unread.fault(), unread.violations());
            case Arrival.Read read -> accept(read);
        };
    }

    private Outcome accept(Arrival.Read read) {
        Outcome outcome;
        try {
            outcome = commit(read);
        } catch (DuplicateKeyException e) {
            // The same message, or the same child or case for the first time, came in twice at
            // once: the other transaction is committed by now, so the second look sees it.
            outcome = commit(read);
        }
        return announce(read, secondLook(read, outcome));
    }

    /// A move can be illegal only because the same message was accepted while this one waited its
    /// turn; then it is a repeat.
    private Outcome secondLook(Arrival.Read read, Outcome outcome) {
        return outcome instanceof Outcome.NotAccepted not
                        && not.fault() == Arrival.Fault.ILLEGAL_MOVE
                ? repeat(read).orElse(outcome)
                : outcome;
    }

    private Optional<Outcome> repeat(Arrival.Read read) {
        Envelope envelope = read.message().envelope();
        return messages.find(envelope.from(), envelope.messageId())
                .filter(before -> envelope.from().equals(read.arrival().sender()))
                .map(before -> checks.repeat(read, before));
    }

    private Outcome commit(Arrival.Read read) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            Outcome outcome = decide(read);
                            if (!isRecorded(outcome)) {
                                status.setRollbackOnly();
                            }
                            return outcome;
                        }));
    }

    private Outcome decide(Arrival.Read read) {
        Optional<Outcome> repeat = repeat(read);
        if (repeat.isPresent()) {
            return repeat.get();
        }
        return switch (checks.check(read)) {
            case Checks.Checked.Faulty faulty -> faulty.why();
            case Checks.Checked.Sound sound -> admit(sound.read());
        };
    }

    private Outcome admit(Arrival.Read read) {
        Outcome outcome = admitting.admit(read);
        if (read.successor() != null && isRecorded(outcome)) {
            audit.redirected(read.message(), read.successor());
        }
        return outcome;
    }

    private static boolean isRecorded(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> true;
            case Outcome.AlreadyAccepted already -> true;
            case Outcome.NotAccepted not -> not.fault() == Arrival.Fault.REFUSED;
        };
    }

    private Outcome announce(Arrival.Read read, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> {
                events.publishEvent(new DeliveriesWaiting());
                yield outcome;
            }
            case Outcome.AlreadyAccepted already -> outcome;
            case Outcome.NotAccepted not when not.fault() == Arrival.Fault.REFUSED -> outcome;
            case Outcome.NotAccepted not -> refuse(read.arrival(), not.fault(), not.violations());
        };
    }

    private Outcome refuse(Arrival arrival, Arrival.Fault fault, List<Violation> violations) {
        audit.turnedAway(arrival, fault, violations);
        return new Outcome.NotAccepted(fault, violations);
    }
}
