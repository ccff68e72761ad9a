package org.ehcexchange.ledger;

import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// Admits whatever follows a request: an answer, a reminder, a withdrawal.
@Component
class Replies {

    private final ConversationRows conversations;
    private final MessageRows messages;
    private final Clearing clearing;
    private final Recorder recorder;
    private final AdviceClocks clocks;

    Replies(
            ConversationRows conversations,
            MessageRows messages,
            Clearing clearing,
            Recorder recorder,
            AdviceClocks clocks) {
        this.conversations = conversations;
        this.messages = messages;
        this.clearing = clearing;
        this.recorder = recorder;
        this.clocks = clocks;
    }

    Outcome admit(Arrival.Read read) {
        Envelope envelope = read.message().envelope();
        Optional<ConversationRows.Open> open =
                conversations
                        .lock(envelope.conversationId())
                        .filter(c -> c.isBetween(envelope.from(), envelope.to()))
                        .filter(c -> messages.isKnownTo(envelope.from(), envelope));
        if (open.isEmpty()) {
            return unknown();
        }
        return switch (Moves.of(open.get().state(), read.message())) {
            case Moves.Move.Illegal illegal -> illegal(illegal.why());
            case Moves.Move.AfterWithdrawal after ->
                    settle(open.get(), entry(read, open.get(), Standing.FLAGGED, State.WITHDRAWN));
            case Moves.Move.To to -> settle(open.get(), inOrder(read, open.get(), to.state()));
        };
    }

    /// Applies what was decided: gate, child, then the record, the state and the clock.
    private Outcome settle(ConversationRows.Open open, Entry decided) {
        Entry entry = clearing.clear(decided);
        if (entry.standing() == Standing.ACCEPTED) {
            conversations.move(entry);
            clocks.apply(open, entry);
        }
        return recorder.record(entry);
    }

    private static Entry inOrder(Arrival.Read read, ConversationRows.Open open, State state) {
        Integer revision = read.revision();
        if (revision != null && revision <= open.revision()) {
            return entry(read, open, Standing.SUPERSEDED, open.state());
        }
        return differences(read, open).isEmpty()
                ? entry(read, open, Standing.ACCEPTED, state)
                : entry(read, open, Standing.HELD, open.state());
    }

    private static List<String> differences(Arrival.Read read, ConversationRows.Open open) {
        ChildMatch.Known known = open.child();
        return known == null
                ? List.of()
                : ChildMatch.differences(known, read.message().envelope().child());
    }

    private static Entry entry(
            Arrival.Read read, ConversationRows.Open open, Standing standing, State state) {
        return new Entry(
                read.arrival(),
                read.message(),
                standing,
                state,
                standing == Standing.ACCEPTED ? revision(read, open) : open.revision(),
                note(read, open, standing),
                List.of(),
                List.of(),
                read.arrival().at());
    }

    private static @Nullable String note(
            Arrival.Read read, ConversationRows.Open open, Standing standing) {
        return switch (standing) {
            case FLAGGED -> "came after the request was withdrawn";
            case SUPERSEDED ->
                    "revision %d is not newer than revision %d, which is on record; kept without effect"
                            .formatted(read.revision(), open.revision());
            case HELD -> heldBecause("the request", differences(read, open));
            case ACCEPTED, REFUSED, REJECTED -> null;
        };
    }

    static String heldBecause(String other, List<String> differences) {
        return "held for a person: differs from %s in %s"
                .formatted(other, String.join(", ", differences));
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
