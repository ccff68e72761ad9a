package org.ehcexchange.ledger;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Recognised.Doubtful;
import org.ehcexchange.ledger.Recognised.Same;
import org.ehcexchange.ledger.Recognised.Unknown;
import org.springframework.stereotype.Component;

import java.util.List;

/// Admits an advice request: it opens a conversation, unless the gate refuses or the child is in
/// doubt.
@Component
class Requests {

    private static final int FIRST_REVISION = 1;

    private final Children children;
    private final ConversationRows conversations;
    private final Clearing clearing;
    private final Recorder recorder;

    Requests(
            Children children,
            ConversationRows conversations,
            Clearing clearing,
            Recorder recorder) {
        this.children = children;
        this.conversations = conversations;
        this.clearing = clearing;
        this.recorder = recorder;
    }

    Outcome admit(Arrival.Read read, AdviceRequest request) {
        Recognised recognised = children.recognise(request.envelope());
        Entry entry = clearing.clear(entry(read, recognised), isProtected(recognised));
        Long id =
                entry.isDelivered()
                        ? children.keep(recognised, request.envelope(), entry.at())
                        : null;
        return conversations.open(request, entry, id) ? recorder.record(entry) : alreadyOpen();
    }

    private static boolean isProtected(Recognised recognised) {
        return recognised instanceof Same(ChildMatch.Known known) && known.protectedRecord();
    }

    private static Entry entry(Arrival.Read read, Recognised recognised) {
        return switch (recognised) {
            case Same same -> Entry.accepted(read, State.REQUESTED, FIRST_REVISION);
            case Unknown unknown -> Entry.accepted(read, State.REQUESTED, FIRST_REVISION);
            case Doubtful(String why, List<String> fields) ->
                    Entry.accepted(read, State.HELD, FIRST_REVISION).held(why, fields);
        };
    }

    private static Outcome alreadyOpen() {
        return new Outcome.NotAccepted(
                Arrival.Fault.ILLEGAL_MOVE,
                List.of(
                        new Violation(
                                "/conversationId",
                                "this conversation is already open",
                                "give each request to each body a conversation id of its own")));
    }
}
