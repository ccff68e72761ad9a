package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanRecalled;
import org.ehcexchange.canonical.PlanReceived;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.disclosure.Facts;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.children.ChildMatch;
import org.ehcexchange.ledger.children.Children;
import org.ehcexchange.ledger.conversation.Clearing;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.conversation.MessageRows;
import org.ehcexchange.ledger.conversation.Recorder;
import org.ehcexchange.ledger.conversation.Standing;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.succession.Parties;
import org.ehcexchange.ledger.transfer.TransferMoves.Move;
import org.ehcexchange.ledger.transfer.TransferMoves.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Admits what follows a plan: its receipt, a question, the plan sent anew, its acceptance.
@Component
public class TransferReplies {

    private static final String ABOUT_AN_EARLIER =
            "is about the plan as it was sent before; kept without effect";

    private final TransferRows transfers;
    private final TransferChecks checks;
    private final TransferEffects effects;
    private final MessageRows messages;
    private final Clearing clearing;
    private final Recorder recorder;
    private final Children children;
    private final Parties parties;
    private final PlanBytes bytes;
    private final TransferMoves moves = new TransferMoves();

    TransferReplies(
            TransferRows transfers,
            TransferChecks checks,
            TransferEffects effects,
            MessageRows messages,
            Clearing clearing,
            Recorder recorder,
            Children children,
            Parties parties,
            PlanBytes bytes) {
        this.transfers = transfers;
        this.checks = checks;
        this.effects = effects;
        this.messages = messages;
        this.clearing = clearing;
        this.recorder = recorder;
        this.children = children;
        this.parties = parties;
        this.bytes = bytes;
    }

    public Outcome admit(Arrival.Read read) {
        Envelope envelope = read.message().envelope();
        Optional<TransferRows.Open> open =
                transfers
                        .lock(envelope.conversationId())
                        .filter(t -> isBetween(t, envelope))
                        .filter(t -> messages.isKnownTo(parties.of(envelope.from()), envelope));
        return open.map(transfer -> admit(read, transfer)).orElseGet(TransferReplies::unknown);
    }

    /// An authority that took over from one of the two speaks for it.
    private boolean isBetween(TransferRows.Open open, Envelope envelope) {
        return (is(envelope.from(), open.old()) && is(envelope.to(), open.successor()))
                || (is(envelope.from(), open.successor()) && is(envelope.to(), open.old()));
    }

    private boolean is(OrganisationCode authority, OrganisationCode recorded) {
        return parties.of(authority).contains(recorded.value());
    }

    private Outcome admit(Arrival.Read read, TransferRows.Open open) {
        LocalDate today = LondonDay.of(read.arrival().at());
        return switch (move(read.message(), open, today)) {
            case Move.Illegal illegal -> illegal(illegal.why());
            case Move.To to -> follow(read, open, State.of(to.next()));
        };
    }

    private Move move(EhcMessage message, TransferRows.Open open, LocalDate today) {
        String word =
                message instanceof PlanTransfer transfer
                        ? Transfers.word(open.side(), transfer, today)
                        : message.type().code();
        Party by = is(message.envelope().from(), open.old()) ? Party.OLD : Party.NEW;
        return moves.of(open.side(), open.state().code(), word, by);
    }

    private Outcome follow(Arrival.Read read, TransferRows.Open open, State next) {
        if (read.message() instanceof PlanReceived && answersAnEarlierPlan(read, open)) {
            return recorder.record(
                    Entry.accepted(read, open.state(), open.revision())
                            .standing(Standing.SUPERSEDED, ABOUT_AN_EARLIER));
        }
        List<Violation> wrong = wrong(read, open);
        return wrong.isEmpty()
                ? settle(open, Entry.accepted(read, next, open.revision() + 1))
                : new Outcome.NotAccepted(Arrival.Fault.INVALID, wrong);
    }

    private Outcome settle(TransferRows.Open open, Entry decided) {
        Entry entry = clearing.clear(decided, Facts.of(open.isProtected()));
        if (entry.standing() == Standing.ACCEPTED) {
            transfers.move(open.id(), entry.state(), entry.at());
            effects.apply(open, entry);
            heed(open.child(), entry);
        }
        return open.child() == null && entry.message() instanceof PlanRecalled
                ? recorder.keep(entry)
                : recorder.record(entry);
    }

    private void heed(ChildMatch.@Nullable Known child, Entry entry) {
        if (child != null) {
            children.heed(child, entry.envelope());
        }
    }

    private List<Violation> wrong(Arrival.Read read, TransferRows.Open open) {
        List<Violation> violations = new ArrayList<>(child(read, open));
        switch (read.message()) {
            case PlanTransfer transfer -> violations.addAll(plan(read, transfer, open));
            case PlanReceived received -> {
                violations.addAll(lastPlan(read, open));
                violations.addAll(hash(received, open));
            }
            default -> violations.addAll(lastPlan(read, open));
        }
        return violations;
    }

    private List<Violation> plan(Arrival.Read read, PlanTransfer transfer, TransferRows.Open open) {
        List<Violation> violations =
                new ArrayList<>(checks.check(transfer, LondonDay.of(read.arrival().at())));
        if (!transfer.plan().reference().equals(open.planReference())) {
            violations.add(
                    new Violation(
                            "/plan/reference",
                            "this is another plan than the one that was asked about",
                            "send another plan in a conversation of its own"));
        }
        return violations;
    }

    /// The child on record, or the one the plan describes; the latter alone where no person said
    /// which child on record that is.
    private List<Violation> child(Arrival.Read read, TransferRows.Open open) {
        Child child = read.message().envelope().child();
        List<String> asSent = ChildMatch.differences(last(open).envelope().child(), child);
        List<String> differences =
                open.child() == null ? asSent : ChildMatch.differences(open.child(), child);
        return differences.isEmpty() || asSent.isEmpty()
                ? List.of()
                : List.of(
                        new Violation(
                                "/child",
                                "this is not the child of the plan: it differs in "
                                        + String.join(", ", differences),
                                "copy the child from the plan you received"));
    }

    private PlanTransfer last(TransferRows.Open open) {
        return (PlanTransfer) messages.message(open.old(), open.message().value()).orElseThrow();
    }

    private static boolean answersAnEarlierPlan(Arrival.Read read, TransferRows.Open open) {
        return !open.message().equals(read.message().envelope().inReplyTo());
    }

    private static List<Violation> lastPlan(Arrival.Read read, TransferRows.Open open) {
        return answersAnEarlierPlan(read, open)
                ? List.of(
                        new Violation(
                                "/inReplyTo",
                                "this does not answer the plan as it was sent last",
                                "send the messageId of the last plan-transfer of the conversation"))
                : List.of();
    }

    /// The mark of a protected child may have been set after the plan was accepted and before it
    /// left.
    private List<Violation> hash(PlanReceived received, TransferRows.Open open) {
        return received.sha256().equals(open.sha256())
                        || received.sha256()
                                .equals(bytes.sha256(read(open, received), open.isProtected()))
                ? List.of()
                : List.of(
                        new Violation(
                                "/sha256",
                                "this is not the hash of the plan that was sent",
                                "hash the canonical bytes of the message as you received it; if"
                                        + " they differ, do not accept the plan but ask"));
    }

    /// The last plan as it is addressed to who received it: the new authority, or who took over
    /// from it.
    private PlanTransfer read(TransferRows.Open open, PlanReceived received) {
        return (PlanTransfer) last(open).to(received.envelope().from());
    }

    private static Outcome unknown() {
        return new Outcome.NotAccepted(
                Arrival.Fault.NOT_FOUND,
                List.of(
                        new Violation(
                                "/inReplyTo",
                                "no plan with this id and conversation was sent to you or by you",
                                "copy conversationId and messageId from the plan you received")));
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
