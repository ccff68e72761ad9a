package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.EhcMessage;

/// Which message may follow in which state: the one place where a conversation's states are
/// decided.
public final class Moves {

    /// What a message does to a conversation.
    public sealed interface Move {
        record To(State state) implements Move {}

        /// Advice that comes after a withdrawal is kept and flagged, never dropped.
        record AfterWithdrawal() implements Move {}

        /// @param why a sentence for the sender
        record Illegal(String why) implements Move {}
    }

    /// Words for whoever would decline such a request.
    public static final String MUST_COMPLY =
            "the authority must comply with a commissioner's request for an assessment or a review"
                + " (SEND Regulations 2014, reg. 16): it can be neither declined nor answered here";

    private Moves() {}

    public static Move of(State now, EhcMessage message) {
        if (now == State.SENT) {
            return new Move.Illegal("a copy of a plan was sent; nothing is answered to it here");
        }
        if (now == State.MUST_COMPLY) {
            return new Move.Illegal(MUST_COMPLY);
        }
        return switch (message) {
            case AdviceAcknowledged acknowledged -> acknowledge(now);
            case AdviceReturn advice -> answer(now, advice.answer());
            case AdviceReminder reminder -> whileOpen(now, now, "be reminded of");
            case AdviceWithdrawn withdrawn -> whileOpen(now, State.WITHDRAWN, "be withdrawn");
            default -> new Move.Illegal("a " + message.type().code() + " does not belong here");
        };
    }

    private static Move acknowledge(State now) {
        return now == State.WITHDRAWN
                ? new Move.AfterWithdrawal()
                : whileOpen(now, State.ACKNOWLEDGED, "be acknowledged");
    }

    private static Move answer(State now, Answer answer) {
        if (now == State.WITHDRAWN) {
            return new Move.AfterWithdrawal();
        }
        return switch (answer) {
            case Answer.Provided provided -> whileOpen(now, State.PROVIDED, "be answered");
            case Answer.NothingKnown nothing -> whileOpen(now, State.NOTHING_KNOWN, "be answered");
            case Answer.Late late -> whileOpen(now, State.LATE, "rely on an exception");
            case Answer.Declined declined -> decline(now);
        };
    }

    private static Move decline(State now) {
        return now == State.LATE
                ? new Move.Illegal(
                        "the request was taken on and an exception relied on; it can no longer be"
                                + " declined")
                : whileOpen(now, State.DECLINED, "be declined");
    }

    private static Move whileOpen(State now, State then, String verb) {
        return now.isOpen()
                ? new Move.To(then)
                : new Move.Illegal(
                        "the request can no longer %s: it is %s".formatted(verb, now.code()));
    }
}
