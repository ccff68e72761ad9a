package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.clock.Working;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.children.ChildMatch;
import org.ehcexchange.ledger.children.Children;
import org.ehcexchange.ledger.children.Recognised;
import org.ehcexchange.ledger.commissioner.CommissionerMoves.Move;
import org.ehcexchange.ledger.commissioner.CommissionerMoves.Party;
import org.ehcexchange.ledger.conversation.Clearing;
import org.ehcexchange.ledger.conversation.ConversationKind;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.conversation.Recorder;
import org.ehcexchange.ledger.conversation.Standing;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.succession.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Admits a notification by which a health commissioner (CCG/ICB) tells another that it becomes
/// responsible: prepared before or not, told for the first time or anew.
@Component
public class CommissionerNotifications {

    private static final String NOT_THE_LATEST =
            "a notification of this child that was sent later is on record; kept without effect";

    private final ConversationRows conversations;
    private final CommissionerRows rows;
    private final CommissionerChecks checks;
    private final CommissionerClocks clocks;
    private final LatestNotification latest;
    private final Parties parties;
    private final Children children;
    private final FactsOnRecord facts;
    private final Clearing clearing;
    private final Recorder recorder;
    private final CommissionerMoves moves = new CommissionerMoves();

    CommissionerNotifications(
            ConversationRows conversations,
            CommissionerRows rows,
            CommissionerChecks checks,
            CommissionerClocks clocks,
            LatestNotification latest,
            Parties parties,
            Children children,
            FactsOnRecord facts,
            Clearing clearing,
            Recorder recorder) {
        this.conversations = conversations;
        this.rows = rows;
        this.checks = checks;
        this.clocks = clocks;
        this.latest = latest;
        this.parties = parties;
        this.children = children;
        this.facts = facts;
        this.clearing = clearing;
        this.recorder = recorder;
    }

    public Outcome admit(Arrival.Read read, CommissionerNotification told) {
        List<Violation> wrong = checks.check(told, LondonDay.of(read.arrival().at()));
        if (!wrong.isEmpty()) {
            return new Outcome.NotAccepted(Arrival.Fault.INVALID, wrong);
        }
        Optional<ConversationRows.Open> before =
                conversations.lock(told.envelope().conversationId());
        if (before.filter(open -> !isOwn(open, told.envelope())).isPresent()) {
            return illegal("/conversationId", "this conversation is already open");
        }
        return switch (moves.of(stateOf(before.orElse(null)), told.type().code(), Party.OLD)) {
            case Move.Illegal illegal -> illegal("/type", illegal.why());
            case Move.To to -> tell(read, told, before.orElse(null));
        };
    }

    private boolean isOwn(ConversationRows.Open open, Envelope envelope) {
        return open.isAbout(ConversationKind.COMMISSIONER_NOTIFICATION)
                && parties.of(envelope.from()).contains(open.authority().value());
    }

    /// One that the gate refused may be put right and sent again.
    private static String stateOf(ConversationRows.@Nullable Open before) {
        return before == null || before.state() == State.REFUSED
                ? CommissionerMoves.NONE
                : before.state().code();
    }

    private Outcome tell(
            Arrival.Read read,
            CommissionerNotification told,
            ConversationRows.@Nullable Open before) {
        List<Violation> wrong =
                before == null
                        ? List.of()
                        : CommissionerChecks.child(before, told.envelope().child());
        return wrong.isEmpty()
                ? tell(read, told, found(told, before), before == null ? 1 : before.revision() + 1)
                : new Outcome.NotAccepted(Arrival.Fault.INVALID, wrong);
    }

    /// Of what was prepared the child is on record; nobody looks again.
    private Children.Found found(
            CommissionerNotification told, ConversationRows.@Nullable Open before) {
        ChildMatch.Known known = before == null ? null : before.child();
        return known == null
                ? children.recognise(told.envelope(), null)
                : new Children.Found(
                        new Recognised.Same(known),
                        facts.read(known.facts(), known.protectedRecord()));
    }

    private Outcome tell(
            Arrival.Read read, CommissionerNotification told, Children.Found found, int revision) {
        Entry entry =
                clearing.clear(entry(read, told, found.recognised(), revision), found.facts());
        Long child =
                entry.isDelivered()
                        ? children.keep(found.recognised(), withoutAddress(told), entry.at())
                        : null;
        rows.open(
                CommissionerRows.Opening.of(entry.envelope(), child),
                entry.state(),
                entry.revision(),
                Rows.time(entry.at()));
        if (child != null) {
            begin(told, child, entry.at());
        }
        return recorder.record(entry);
    }

    private Entry entry(
            Arrival.Read read, CommissionerNotification told, Recognised who, int revision) {
        return switch (who) {
            case Recognised.Same(ChildMatch.Known known) when latest.isAfter(told, known.id()) ->
                    Entry.accepted(read, State.OVERTAKEN, revision)
                            .standing(Standing.SUPERSEDED, NOT_THE_LATEST);
            case Recognised.Same same -> Entry.accepted(read, State.NOTIFIED, revision);
            case Recognised.Unknown unknown -> Entry.accepted(read, State.NOTIFIED, revision);
            case Recognised.Doubtful(String why, List<String> fields) ->
                    Entry.accepted(read, State.HELD, revision).held(why, fields);
        };
    }

    /// Whoever notifies does not say where the child lives; nobody writes addresses back.
    public static Envelope withoutAddress(CommissionerNotification told) {
        Envelope envelope = told.envelope();
        return envelope.withChild(envelope.child().withoutPostcode());
    }

    private void begin(CommissionerNotification told, long child, Instant at) {
        latest.overtake(told, child, at);
        if (clocks.due(told) instanceof Working working) {
            clocks.start(
                    CommissionerDuty.of(told), told.envelope().to(), working, LondonDay.of(at));
        }
    }

    /// A person said that a held notification is about the child on record: it begins now.
    public void released(CommissionerNotification told, Instant at) {
        conversations
                .lock(told.envelope().conversationId())
                .map(ConversationRows.Open::child)
                .ifPresent(child -> begin(told, child.id(), at));
    }

    private static Outcome illegal(String pointer, String why) {
        return new Outcome.NotAccepted(
                Arrival.Fault.ILLEGAL_MOVE,
                List.of(
                        new Violation(
                                pointer,
                                why,
                                "look at the conversation's state; give each change of commissioner"
                                        + " a conversation id of its own")));
    }
}
