package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.children.Children;
import org.ehcexchange.ledger.children.Recognised;
import org.ehcexchange.ledger.conversation.Clearing;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.conversation.Recorder;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.transfer.TransferMoves.Party;
import org.ehcexchange.ledger.transfer.TransferMoves.Side;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Admits a plan that an authority sends to another: it opens a conversation, unless the plan is
/// not whole, is elsewhere already, the gate refuses or the child is in doubt.
@Component
public class Transfers {

    private static final int FIRST_REVISION = 1;

    private final TransferChecks checks;
    private final TransferRows rows;
    private final SentPlans plans;
    private final TransferClocks clocks;
    private final TransferSides sides;
    private final Children children;
    private final Clearing clearing;
    private final Recorder recorder;
    private final PlanBytes bytes;
    private final TransferMoves moves = new TransferMoves();

    Transfers(
            TransferChecks checks,
            TransferRows rows,
            SentPlans plans,
            TransferClocks clocks,
            TransferSides sides,
            Children children,
            Clearing clearing,
            Recorder recorder,
            PlanBytes bytes) {
        this.checks = checks;
        this.rows = rows;
        this.plans = plans;
        this.clocks = clocks;
        this.sides = sides;
        this.children = children;
        this.clearing = clearing;
        this.recorder = recorder;
        this.bytes = bytes;
    }

    public Outcome admit(Arrival.Read read, PlanTransfer transfer) {
        List<Violation> wrong = checks.check(transfer, LondonDay.of(read.arrival().at()));
        if (!wrong.isEmpty()) {
            return new Outcome.NotAccepted(Arrival.Fault.INVALID, wrong);
        }
        return plans.goesElsewhere(transfer)
                .map(Transfers::elsewhere)
                .orElseGet(() -> open(read, transfer));
    }

    private Outcome open(Arrival.Read read, PlanTransfer transfer) {
        Children.Found found = children.recognise(transfer.envelope(), null);
        Recognised recognised = found.recognised();
        boolean marked = found.facts().protectedChild();
        Entry entry = clearing.clear(entry(read, transfer, recognised), found.facts());
        Long id =
                entry.isDelivered()
                        ? children.keep(recognised, transfer.envelope(), entry.at())
                        : null;
        if (!plans.open(transfer, entry, bytes.sha256(transfer, marked), id)) {
            return alreadyOpen();
        }
        if (entry.isDelivered()) {
            begins(transfer, entry.at());
        }
        return recorder.record(entry);
    }

    private Entry entry(Arrival.Read read, PlanTransfer transfer, Recognised recognised) {
        Side side = side(transfer);
        State state = begin(side, word(side, transfer, LondonDay.of(read.arrival().at())));
        return switch (recognised) {
            case Recognised.Same same -> Entry.accepted(read, state, FIRST_REVISION);
            case Recognised.Unknown unknown -> Entry.accepted(read, state, FIRST_REVISION);
            case Recognised.Doubtful(String why, List<String> fields) ->
                    Entry.accepted(read, begin(side, TransferMoves.IN_DOUBT), FIRST_REVISION)
                            .held(why, fields);
        };
    }

    private State begin(Side side, String word) {
        return next(moves.of(side, TransferMoves.NONE, word, Party.OLD));
    }

    /// Where a held transfer goes on that a person releases on this day.
    public State whenReleased(PlanTransfer transfer, LocalDate today) {
        Side side = side(transfer);
        return decided(
                side,
                word(side, transfer, today).equals(TransferMoves.LATER)
                        ? TransferMoves.RELEASE_FOR_LATER
                        : TransferMoves.RELEASE);
    }

    /// Where a held transfer ends that a person rejects.
    public State whenRejected(PlanTransfer transfer) {
        return decided(side(transfer), TransferMoves.REJECTION);
    }

    private State decided(Side side, String word) {
        return next(moves.of(side, State.HELD.code(), word, Party.EXCHANGE));
    }

    private static State next(TransferMoves.Move move) {
        return switch (move) {
            case TransferMoves.Move.To to -> State.of(to.next());
            case TransferMoves.Move.Illegal illegal ->
                    throw new IllegalStateException(TransferMoves.TABLE + ": " + illegal.why());
        };
    }

    /// What the table calls a plan that comes in on this day; one that has left its own exchange
    /// waits no more.
    static String word(Side side, PlanTransfer transfer, LocalDate today) {
        LocalDate day = transfer.sendOn();
        return day != null && day.isAfter(today) && side != Side.NEW
                ? TransferMoves.LATER
                : transfer.type().code();
    }

    private Side side(PlanTransfer transfer) {
        return sides.of(transfer.envelope().from(), transfer.envelope().to());
    }

    /// A person said that a held transfer is about the child on record: it begins now.
    public void released(PlanTransfer transfer, Instant at) {
        begins(transfer, at);
    }

    private void begins(PlanTransfer transfer, Instant at) {
        LocalDate today = LondonDay.of(at);
        clocks.sentAnew(transfer, plans.letGo(transfer), today);
        clocks.start(side(transfer), transfer, today);
    }

    /// A person said that it is not: the plan may be sent again.
    public void rejected(PlanTransfer transfer) {
        rows.over(transfer.envelope().conversationId());
    }

    private static Outcome elsewhere(OrganisationCode authority) {
        return new Outcome.NotAccepted(
                Arrival.Fault.CONFLICT,
                List.of(
                        new Violation(
                                "/plan/reference",
                                "this plan was sent to %s already, in another conversation"
                                        .formatted(authority),
                                "see how that transfer stands; a plan moves to one authority")));
    }

    private static Outcome alreadyOpen() {
        return new Outcome.NotAccepted(
                Arrival.Fault.ILLEGAL_MOVE,
                List.of(
                        new Violation(
                                "/conversationId",
                                "this conversation is already open",
                                "give each transfer a conversation id of its own; to answer a"
                                        + " question with a corrected plan, name the question in"
                                        + " inReplyTo")));
    }
}
