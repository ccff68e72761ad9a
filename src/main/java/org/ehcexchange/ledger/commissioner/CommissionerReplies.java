package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.CommissionerNotResponsible;
import org.ehcexchange.canonical.CommissionerNoted;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.ProvisionNotPracticable;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.commissioner.CommissionerMoves.Move;
import org.ehcexchange.ledger.commissioner.CommissionerMoves.Party;
import org.ehcexchange.ledger.conversation.Clearing;
import org.ehcexchange.ledger.conversation.ConversationKind;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.conversation.MessageRows;
import org.ehcexchange.ledger.conversation.Moves;
import org.ehcexchange.ledger.conversation.Recorder;
import org.ehcexchange.ledger.conversation.Standing;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.succession.Parties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Admits what a commissioner answers to a notification: that it took note, that another is
/// responsible, or that it cannot secure the provision.
@Component
public class CommissionerReplies {

    private static final String OVERTAKEN =
            "a later notification of the child took its place; kept without effect";

    private final ConversationRows conversations;
    private final MessageRows messages;
    private final CommissionerRequests requests;
    private final CommissionerClocks clocks;
    private final Parties parties;
    private final Clearing clearing;
    private final Recorder recorder;
    private final ApplicationEventPublisher events;
    private final CommissionerMoves moves = new CommissionerMoves();

    CommissionerReplies(
            ConversationRows conversations,
            MessageRows messages,
            CommissionerRequests requests,
            CommissionerClocks clocks,
            Parties parties,
            Clearing clearing,
            Recorder recorder,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.messages = messages;
        this.requests = requests;
        this.clocks = clocks;
        this.parties = parties;
        this.clearing = clearing;
        this.recorder = recorder;
        this.events = events;
    }

    public Outcome admit(Arrival.Read read) {
        Envelope envelope = read.message().envelope();
        Optional<ConversationRows.Open> open =
                conversations
                        .lock(envelope, parties.of(envelope.from()))
                        .filter(
                                c ->
                                        c.isAbout(ConversationKind.COMMISSIONER_NOTIFICATION)
                                                || c.isAbout(ConversationKind.PROVISION_REQUEST))
                        .filter(c -> takesPart(c, envelope));
        return open.map(found -> admit(read, found)).orElseGet(CommissionerReplies::unknown);
    }

    private boolean takesPart(ConversationRows.Open open, Envelope envelope) {
        return party(open, envelope) == Party.NEW
                || parties.of(envelope.from()).contains(open.authority().value());
    }

    private Party party(ConversationRows.Open open, Envelope envelope) {
        return parties.of(envelope.from()).contains(open.adviser().value()) ? Party.NEW : Party.OLD;
    }

    private Outcome admit(Arrival.Read read, ConversationRows.Open open) {
        if (open.isAbout(ConversationKind.PROVISION_REQUEST)) {
            return illegal(Moves.MUST_COMPLY);
        }
        EhcMessage reply = read.message();
        String type = reply.type().code();
        return switch (moves.of(open.state().code(), type, party(open, reply.envelope()))) {
            case Move.Illegal illegal -> illegal(illegal.why());
            case Move.To to -> follow(read, open, State.of(to.next()));
        };
    }

    private Outcome follow(Arrival.Read read, ConversationRows.Open open, State next) {
        Integer revision = read.revision();
        if (revision != null && revision <= open.revision()) {
            return recorder.record(Entry.superseded(read, open, revision));
        }
        if (next == State.OVERTAKEN) {
            return recorder.record(Entry.superseded(read, open, OVERTAKEN));
        }
        CommissionerNotification told = told(open);
        List<Violation> wrong = wrong(read.message(), open, told);
        if (!wrong.isEmpty()) {
            return new Outcome.NotAccepted(Arrival.Fault.INVALID, wrong);
        }
        Entry entry = Entry.accepted(read, next, revision == null ? open.revision() + 1 : revision);
        return read.message() instanceof ProvisionNotPracticable
                ? requests.ask(open, told, entry)
                : settle(open, told, entry);
    }

    private CommissionerNotification told(ConversationRows.Open open) {
        return (CommissionerNotification)
                messages.message(open.authority(), open.requestId()).orElseThrow();
    }

    /// A commissioner that cannot secure the provision may answer whoever told it, or ask the
    /// authority itself.
    private List<Violation> wrong(
            EhcMessage reply, ConversationRows.Open open, CommissionerNotification told) {
        Envelope envelope = reply.envelope();
        List<Violation> violations =
                new ArrayList<>(CommissionerChecks.child(open, envelope.child()));
        boolean toOld = parties.of(envelope.to()).contains(open.authority().value());
        boolean toAuthority =
                reply instanceof ProvisionNotPracticable
                        && parties.of(envelope.to())
                                .contains(told.authorities().successor().value());
        if (!toOld && !toAuthority) {
            violations.add(
                    new Violation(
                            "/to",
                            envelope.to() + " did not send the notification",
                            "answer the commissioner that sent it"));
        }
        if (!told.envelope().messageId().equals(envelope.inReplyTo())) {
            violations.add(
                    new Violation(
                            "/inReplyTo",
                            "this does not answer the notification as it was sent last",
                            "send the messageId of the notification that you received"));
        }
        return violations;
    }

    private Outcome settle(
            ConversationRows.Open open, CommissionerNotification told, Entry decided) {
        Entry entry = clearing.clear(decided, open.child());
        if (entry.standing() == Standing.ACCEPTED) {
            conversations.move(entry);
            apply(told, entry);
        }
        return recorder.record(entry);
    }

    private void apply(CommissionerNotification told, Entry entry) {
        switch (entry.message()) {
            case CommissionerNoted noted -> {
                clocks.received(CommissionerDuty.of(told), told, entry.at());
                clocks.noted(told, entry.at());
            }
            case CommissionerNotResponsible not -> {
                clocks.notTold(CommissionerDuty.of(told), told, entry.at());
                events.publishEvent(
                        new NotResponsible(
                                told.envelope().conversationId(),
                                not.envelope().from(),
                                not.responsible()));
            }
            default -> throw new IllegalStateException("no such answer: " + entry.message().type());
        }
    }

    private static Outcome unknown() {
        return new Outcome.NotAccepted(
                Arrival.Fault.NOT_FOUND,
                List.of(
                        new Violation(
                                "/inReplyTo",
                                "no notification with this id and conversation was sent to you",
                                "copy conversationId and messageId from the notification you"
                                        + " received")));
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
