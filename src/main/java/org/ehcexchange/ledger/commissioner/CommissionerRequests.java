package org.ehcexchange.ledger.commissioner;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Current;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Read;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.children.ChildMatch;
import org.ehcexchange.ledger.conversation.Clearing;
import org.ehcexchange.ledger.conversation.ConversationKind;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.conversation.Recorder;
import org.ehcexchange.ledger.conversation.Standing;
import org.ehcexchange.ledger.conversation.State;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Makes a new commissioner's answer that provision is not practicable a request to the authority
/// for an assessment or a review, in a conversation of its own: the authority must comply (SEND
/// Regulations 2014, reg. 16).
@Component
class CommissionerRequests {

    private static final int FIRST_REVISION = 1;

    private final Directory directory;
    private final CommissionerRows rows;
    private final ConversationRows conversations;
    private final CommissionerClocks clocks;
    private final Clearing clearing;
    private final Recorder recorder;
    private final Audit audit;

    CommissionerRequests(
            Directory directory,
            CommissionerRows rows,
            ConversationRows conversations,
            CommissionerClocks clocks,
            Clearing clearing,
            Recorder recorder,
            Audit audit) {
        this.directory = directory;
        this.rows = rows;
        this.conversations = conversations;
        this.clocks = clocks;
        this.clearing = clearing;
        this.recorder = recorder;
        this.audit = audit;
    }

    /// Where a commissioner that was told asks the authority, if it does.
    static ConversationId conversation(CommissionerNotification told) {
        return new ConversationId(
                UuidCreator.getNameBasedSha1(
                        told.envelope().messageId().value(), "provision-request"));
    }

    /// @param answer of the conversation in which it was told
    Outcome ask(ConversationRows.Open open, CommissionerNotification told, Entry answer) {
        return switch (directory.current(
                told.authorities().successor(), LondonDay.of(answer.at()))) {
            case Current.Open to -> ask(open, told, answer, to.organisation().code());
            case Current.Succeeded to -> ask(open, told, answer, to.organisation().code());
            case Current.Choice choice -> nobody(choice.why(), choice.remedy());
            case Current.Nobody nobody -> nobody(nobody.why(), nobody.remedy());
        };
    }

    private Outcome ask(
            ConversationRows.Open open,
            CommissionerNotification told,
            Entry answer,
            OrganisationCode authority) {
        ConversationId asking = conversation(told);
        Envelope envelope = answer.envelope().withTo(authority).withConversation(asking);
        Read read = answer.arrival().read(answer.message().in(envelope));
        Entry entry =
                clearing.clear(
                        Entry.accepted(read, State.MUST_COMPLY, FIRST_REVISION), open.child());
        rows.open(opening(open, envelope), entry.state(), FIRST_REVISION, Rows.time(entry.at()));
        if (entry.standing() == Standing.ACCEPTED) {
            conversations.move(answer);
            clocks.received(CommissionerDuty.of(told), told, entry.at());
            audit.add(act(told, authority, asking, entry.at()));
        }
        return recorder.record(entry);
    }

    /// The authority sees all of it; the commissioner what it sent.
    private static CommissionerRows.Opening opening(ConversationRows.Open open, Envelope envelope) {
        ChildMatch.Known child = open.child();
        return new CommissionerRows.Opening(
                envelope.conversationId(),
                ConversationKind.PROVISION_REQUEST,
                envelope.to(),
                envelope.from(),
                open.caseReference() == null ? null : open.caseReference().value(),
                child == null ? null : child.id(),
                envelope.messageId().value());
    }

    private static Audit.Act act(
            CommissionerNotification told,
            OrganisationCode authority,
            ConversationId asking,
            Instant at) {
        return new Audit.Act(
                "exchange",
                State.NOT_PRACTICABLE.code(),
                null,
                told.envelope().conversationId(),
                Map.of(
                        "at", at.toString(),
                        "reason",
                                "asked %s to assess or review, in conversation %s"
                                        .formatted(authority, asking)));
    }

    private static Outcome nobody(String why, String remedy) {
        return new Outcome.NotAccepted(
                Arrival.Fault.INVALID, List.of(new Violation("/to", why, remedy)));
    }
}
