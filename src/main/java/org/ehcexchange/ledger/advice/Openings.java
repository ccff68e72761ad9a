package org.ehcexchange.ledger.advice;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.casesleft.CasesLeft;
import org.ehcexchange.ledger.children.Children;
import org.ehcexchange.ledger.children.Recognised;
import org.ehcexchange.ledger.children.Recognised.Doubtful;
import org.ehcexchange.ledger.children.Recognised.Same;
import org.ehcexchange.ledger.children.Recognised.Unknown;
import org.ehcexchange.ledger.conversation.Clearing;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.conversation.First;
import org.ehcexchange.ledger.conversation.Recorder;
import org.ehcexchange.ledger.conversation.State;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// Admits the first message of a conversation: it opens one, unless the gate refuses or the child
/// is in doubt.
@Component
public class Openings {

    private static final int FIRST_REVISION = 1;

    private final Children children;
    private final ConversationRows conversations;
    private final Clearing clearing;
    private final Recorder recorder;
    private final AssessmentStarts clocks;
    private final CasesLeft left;

    Openings(
            Children children,
            ConversationRows conversations,
            Clearing clearing,
            Recorder recorder,
            AssessmentStarts clocks,
            CasesLeft left) {
        this.children = children;
        this.conversations = conversations;
        this.clearing = clearing;
        this.recorder = recorder;
        this.clocks = clocks;
        this.left = left;
    }

    public Outcome admit(Arrival.Read read, First first) {
        Optional<Violation> gone =
                read.message() instanceof PlanCopy copy ? left.history(copy) : Optional.empty();
        return gone.isPresent() ? notOpened(gone) : open(read, first);
    }

    private Outcome open(Arrival.Read read, First first) {
        Children.Found found = children.recognise(first.envelope(), first.caseReference());
        Entry entry =
                clearing.clear(
                        entry(read, first.kind().opens(), found.recognised()), found.facts());
        List<Violation> wrong = begin(read, entry);
        if (!wrong.isEmpty()) {
            return new Outcome.NotAccepted(Arrival.Fault.INVALID, wrong);
        }
        Long id =
                entry.isDelivered()
                        ? children.keep(found.recognised(), first.envelope(), entry.at())
                        : null;
        return conversations.open(first, entry, id)
                ? recorder.record(entry)
                : notOpened(history(first));
    }

    /// A request for advice starts the authority's own clocks of its case.
    private List<Violation> begin(Arrival.Read read, Entry entry) {
        return read.message() instanceof AdviceRequest request
                ? clocks.begin(request, entry)
                : List.of();
    }

    private static Entry entry(Arrival.Read read, State opens, Recognised recognised) {
        return switch (recognised) {
            case Same same -> Entry.accepted(read, opens, FIRST_REVISION);
            case Unknown unknown -> Entry.accepted(read, opens, FIRST_REVISION);
            case Doubtful(String why, List<String> fields) ->
                    Entry.accepted(read, State.HELD, FIRST_REVISION).held(why, fields);
        };
    }

    private Optional<Violation> history(First first) {
        return conversations.caseOf(first).flatMap(own -> left.history(own, "/caseReference"));
    }

    private static Outcome notOpened(Optional<Violation> history) {
        return new Outcome.NotAccepted(
                Arrival.Fault.ILLEGAL_MOVE, List.of(history.orElseGet(Openings::alreadyOpen)));
    }

    private static Violation alreadyOpen() {
        return new Violation(
                "/conversationId",
                "this conversation is already open",
                "give each request to each body a conversation id of its own");
    }
}
