package org.ehcexchange.ledger;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// Admits an advice request: it opens a conversation, unless the gate refuses or the child is in
/// doubt.
@Component
class Requests {

    private static final int FIRST_REVISION = 1;

    private final ChildRows children;
    private final ConversationRows conversations;
    private final Clearing clearing;
    private final Recorder recorder;

    Requests(
            ChildRows children,
            ConversationRows conversations,
            Clearing clearing,
            Recorder recorder) {
        this.children = children;
        this.conversations = conversations;
        this.clearing = clearing;
        this.recorder = recorder;
    }

    Outcome admit(Arrival.Read read, AdviceRequest request) {
        Child child = request.envelope().child();
        Optional<ChildMatch.Known> known = children.find(child);
        List<String> differences =
                known.map(k -> ChildMatch.differences(k, child)).orElse(List.of());
        Entry entry = clearing.clear(entry(read, differences));
        Long id = entry.isDelivered() ? id(known, entry) : null;
        return conversations.open(request, entry, id) ? recorder.record(entry) : alreadyOpen();
    }

    private @Nullable Long id(Optional<ChildMatch.Known> known, Entry entry) {
        return known.map(ChildMatch.Known::id)
                .orElseGet(() -> children.add(entry.envelope().child(), entry.at()));
    }

    private static Entry entry(Arrival.Read read, List<String> differences) {
        boolean held = !differences.isEmpty();
        return new Entry(
                read.arrival(),
                read.message(),
                held ? Standing.HELD : Standing.ACCEPTED,
                held ? State.HELD : State.REQUESTED,
                FIRST_REVISION,
                held ? Replies.heldBecause("what is on record", differences) : null,
                List.of(),
                List.of(),
                read.arrival().at());
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
