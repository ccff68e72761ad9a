package org.ehcexchange.notification;

import org.ehcexchange.canonical.ChildNumbers;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.notification.Changes.By;
import org.ehcexchange.notification.Changes.Dismissing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Takes the word of the old commissioner's Designated Health Officer that a notification was
/// wrongly prepared: it is not sent, and the duty ends where its reason makes it fall away.
@Component
class Dismissals {

    private final ChangeRows rows;
    private final ChangeLists lists;
    private final DismissalRows facts;
    private final ChangeRecord record;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Dismissals(
            ChangeRows rows,
            ChangeLists lists,
            DismissalRows facts,
            ChangeRecord record,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.rows = rows;
        this.lists = lists;
        this.facts = facts;
        this.record = record;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param by who says so: name and post; told to nobody else
    /// @param reason in their words, which the authority reads
    record Word(String by, DismissalReason because, String reason) {

        static Word read(Fields fields) {
            Word word =
                    new Word(
                            fields.required("dismissedBy", Texts.TITLE),
                            fields.required("because", Kinds.code(DismissalReason.class)),
                            fields.required("reason", Texts.TITLE));
            ChildNumbers.in(word.reason())
                    .ifPresent(
                            number ->
                                    fields.at("reason")
                                            .note(
                                                    "There is %s in the reason.".formatted(number),
                                                    "Say why without naming the child."));
            return word;
        }

        /// As the conversations and lists say it.
        String words() {
            return "dismissed: %s; %s".formatted(because.words(), reason);
        }
    }

    Dismissing dismiss(By by, ConversationId id, Map<String, Object> said) {
        if (rows.find(id).filter(change -> lists.isOld(by.body(), change)).isEmpty()) {
            return new Dismissing.NotFound();
        }
        return switch (Form.read(said, Word::read)) {
            case Form.Faulty<Word>(var why) -> new Dismissing.Faulty(why);
            case Form.Sound<Word>(Word word) ->
                    Objects.requireNonNull(
                            transaction.execute(
                                    status -> dismiss(by, rows.lock(id).orElseThrow(), word)));
        };
    }

    private Dismissing dismiss(By by, Change change, Word word) {
        if (change.state() != ChangeState.WAITING) {
            return new Dismissing.NotPossible(
                    "There is nothing to dismiss: it is %s.".formatted(change.state().code()));
        }
        return stillOwed(change, word.because())
                .<Dismissing>map(why -> new Dismissing.Faulty(List.of(why)))
                .orElseGet(() -> dismissed(by, change, word));
    }

    private Dismissing dismissed(By by, Change change, Word word) {
        record.dismissed(change, by, word, clock.instant());
        return new Dismissing.Done(lists.find(by.body(), change.id()).orElseThrow());
    }

    /// Why the reason does not end the duty; empty where it does. What only the commissioner can
    /// know is taken as its officer says it.
    private Optional<Violation> stillOwed(Change change, DismissalReason because) {
        return switch (because) {
            case COMMISSIONER_DID_NOT_CHANGE -> Optional.empty();
            case CHILD_DID_NOT_MOVE ->
                    facts.isAccepted(change.planConversation())
                            ? Optional.of(
                                    wrong("the new authority accepted the plan: the child moved"))
                            : Optional.empty();
            case PREPARED_TWICE ->
                    facts.anotherStands(change)
                            ? Optional.empty()
                            : Optional.of(
                                    wrong("no other notification of this child waits or was sent"));
        };
    }

    private static Violation wrong(String why) {
        return new Violation(
                "/because",
                why,
                "give the reason for which nobody need be told, or approve the notification");
    }
}
