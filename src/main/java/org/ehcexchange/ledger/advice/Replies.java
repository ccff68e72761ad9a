package org.ehcexchange.ledger.advice;

import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.casesleft.Repointing;
import org.ehcexchange.ledger.children.ChildMatch;
import org.ehcexchange.ledger.children.Children;
import org.ehcexchange.ledger.conversation.Clearing;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.conversation.Moves;
import org.ehcexchange.ledger.conversation.Recorder;
import org.ehcexchange.ledger.conversation.Standing;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.succession.Parties;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Admits whatever follows a request: an answer, a reminder, a withdrawal.
@Component
public class Replies {

    static final String AFTER_WITHDRAWAL = "came after the request was withdrawn";

    private final ConversationRows conversations;
    private final Parties parties;
    private final Clearing clearing;
    private final Recorder recorder;
    private final AdviceReplies clocks;
    private final Children children;
    private final SameChild sameChild;
    private final Repointing repointing;

    Replies(
            ConversationRows conversations,
            Parties parties,
            Clearing clearing,
            Recorder recorder,
            AdviceReplies clocks,
            Children children,
            SameChild sameChild,
            Repointing repointing) {
        this.conversations = conversations;
        this.parties = parties;
        this.clearing = clearing;
        this.recorder = recorder;
        this.clocks = clocks;
        this.children = children;
        this.sameChild = sameChild;
        this.repointing = repointing;
    }

    public Outcome admit(Arrival.Read read) {
        Envelope envelope = read.message().envelope();
        Instant at = read.arrival().at();
        Optional<ConversationRows.Open> open =
                conversations
                        .lock(envelope, parties.of(envelope.from()))
                        .filter(c -> !c.isAboutATransfer())
                        .filter(
                                c ->
                                        isBetween(c, envelope, LondonDay.of(at))
                                                || repointing.isAnswer(c, read.message()));
        if (open.isEmpty()) {
            return unknown();
        }
        return switch (Moves.of(open.get().state(), read.message())) {
            case Moves.Move.Illegal illegal -> illegal(illegal.why());
            case Moves.Move.AfterWithdrawal after ->
                    settle(open.get(), afterWithdrawal(read, open.get()));
            case Moves.Move.To to -> settle(open.get(), inOrder(read, open.get(), to.state()));
        };
    }

    /// From one side of the conversation to the other.
    private boolean isBetween(ConversationRows.Open open, Envelope envelope, LocalDate day) {
        return open.isBetween(Set.of(envelope.from()), Set.of(envelope.to()))
                || open.isBetween(
                        parties.codes(envelope.from(), day), parties.codes(envelope.to(), day));
    }

    /// Applies what was decided: gate, child, then the record, the state and the clock.
    private Outcome settle(ConversationRows.Open open, Entry decided) {
        ChildMatch.Known child = open.child();
        Entry cleared = clearing.clear(decided, child);
        Entry entry = cleared.standing() == Standing.ACCEPTED ? moved(open, cleared) : cleared;
        if (entry.isDelivered() && child != null) {
            children.heed(child, entry.envelope());
        }
        return recorder.record(entry);
    }

    private Entry moved(ConversationRows.Open open, Entry entry) {
        conversations.move(entry);
        return clocks.apply(open, entry);
    }

    private Entry afterWithdrawal(Arrival.Read read, ConversationRows.Open open) {
        return repointing
                .of(open, read.message())
                .map(to -> flagged(read.to(to), open, AFTER_WITHDRAWAL + "; it goes to " + to))
                .orElseGet(() -> flagged(read, open, AFTER_WITHDRAWAL));
    }

    private Entry flagged(Arrival.Read read, ConversationRows.Open open, String why) {
        Entry kept = Entry.accepted(read, State.WITHDRAWN, open.revision());
        return ofThisChild(kept.standing(Standing.FLAGGED, why), read, open);
    }

    private Entry inOrder(Arrival.Read read, ConversationRows.Open open, State state) {
        Integer revision = read.revision();
        if (revision != null && revision <= open.revision()) {
            return Entry.superseded(read, open, revision);
        }
        return ofThisChild(Entry.accepted(read, state, revision(read, open)), read, open);
    }

    private Entry ofThisChild(Entry entry, Arrival.Read read, ConversationRows.Open open) {
        List<String> fields = sameChild.differences(open, read.message().envelope().child());
        return fields.isEmpty()
                ? entry
                : Entry.accepted(read, open.state(), open.revision())
                        .held("differs from the request in " + String.join(", ", fields), fields);
    }

    private static int revision(Arrival.Read read, ConversationRows.Open open) {
        if (read.revision() != null) {
            return read.revision();
        }
        return read.message() instanceof AdviceReminder ? open.revision() : open.revision() + 1;
    }

    private static Outcome unknown() {
        return new Outcome.NotAccepted(
                Arrival.Fault.NOT_FOUND,
                List.of(
                        new Violation(
                                "/inReplyTo",
                                "no request with this id and conversation was sent to you or by"
                                        + " you",
                                "copy conversationId and the request's messageId from the request"
                                        + " you received")));
    }

    private static Outcome illegal(String why) {
        return new Outcome.NotAccepted(
                Arrival.Fault.ILLEGAL_MOVE,
                List.of(
                        new Violation(
                                "/type",
                                why,
                                "look at the conversation's state before you send again")));
    }
}
