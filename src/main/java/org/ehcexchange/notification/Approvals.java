package org.ehcexchange.notification;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.notification.Changes.Approving;
import org.ehcexchange.notification.ResponsibleBodies.Resolved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Takes the word of the old commissioner's Designated Health Officer, once, and sends.
@Component
class Approvals {

    private final ChangeRows rows;
    private final ChangeLists lists;
    private final ResponsibleBodies commissioners;
    private final Sending sending;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Approvals(
            ChangeRows rows,
            ChangeLists lists,
            ResponsibleBodies commissioners,
            Sending sending,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.rows = rows;
        this.lists = lists;
        this.commissioners = commissioners;
        this.sending = sending;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param by who says so: name and post
    /// @param why absent when they give no reason
    /// @param to whom to tell; absent where the exchange knows
    private record Word(String by, @Nullable String why, @Nullable OrganisationCode to) {

        static Word read(Fields fields) {
            return new Word(
                    fields.required("approvedBy", Texts.TITLE),
                    fields.optional("reason", Texts.TITLE),
                    fields.optional("to", Kinds.ORGANISATION));
        }
    }

    Approving approve(OrganisationCode caller, ConversationId id, Map<String, Object> said) {
        if (rows.find(id).filter(change -> lists.isOld(caller, change)).isEmpty()) {
            return new Approving.NotFound();
        }
        return switch (Form.read(said, Word::read)) {
            case Form.Faulty<Word>(var why) -> new Approving.Faulty(why);
            case Form.Sound<Word>(Word word) -> send(caller, id, word);
        };
    }

    private Approving send(OrganisationCode caller, ConversationId id, Word word) {
        Instant now = clock.instant();
        Approving approved =
                Objects.requireNonNull(
                        transaction.execute(
                                status -> approve(rows.lock(id).orElseThrow(), word, now)));
        if (!(approved instanceof Approving.Done)) {
            return approved;
        }
        List<Violation> wrong = sending.send(id);
        return wrong.isEmpty()
                ? new Approving.Done(lists.find(caller, id).orElseThrow())
                : new Approving.Faulty(wrong);
    }

    private Approving approve(Change change, Word word, Instant now) {
        if (change.state() != ChangeState.WAITING) {
            return new Approving.NotPossible(notWaiting(change));
        }
        OrganisationCode to = word.to() == null ? change.successor() : word.to();
        if (to == null) {
            return faulty("nobody can say who the new commissioner is");
        }
        return switch (commissioners.named(change.resolvedOld(), to, LondonDay.of(now))) {
            case Resolved.Open open -> faulty(open.why());
            case Resolved.SameBody same -> faulty(same.why());
            case Resolved.Two two -> {
                rows.approved(
                        change.id(),
                        word.by(),
                        word.why(),
                        Objects.requireNonNull(two.successor()),
                        now);
                yield new Approving.Done(
                        lists.find(change.resolvedOld(), change.id()).orElseThrow());
            }
        };
    }

    private static String notWaiting(Change change) {
        Instant at = change.approvedAt();
        return at == null
                ? "There is nothing to approve: it is %s.".formatted(change.state().code())
                : "It was approved before, on %s.".formatted(LondonDay.of(at));
    }

    private static Approving faulty(String why) {
        return new Approving.Faulty(
                List.of(
                        new Violation(
                                "/to",
                                why,
                                "name the health commissioner (CCG/ICB) that becomes"
                                        + " responsible")));
    }
}
