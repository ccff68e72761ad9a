package org.ehcexchange.agency.authority;

import org.ehcexchange.delivery.Sending;
import org.ehcexchange.delivery.SignedHttp;
import org.ehcexchange.mapping.StrictJson;
import org.ehcexchange.sealing.Part;
import org.ehcexchange.sealing.SealedMessage;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sees to it that every document of a message is at the other exchange, whole, before the
/// message goes.
///
/// A cut line spends no attempt as long as it brought some bytes across: the other side is
/// asked how much it holds, and the sending goes on from there.
@Component
class PartsPush {

    private static final String OFFSET = "Upload-Offset";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final ExchangeCalls calls;
    private final DocumentPieces pieces;

    PartsPush(ExchangeCalls calls, DocumentPieces pieces) {
        this.calls = calls;
        this.pieces = pieces;
    }

    /// Empty when all of them are there; else how the attempt ended.
    Optional<Sending> push(Peer peer, SealedMessage sealed) {
        List<Part> documents = sealed.manifest().documents();
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        SignedHttp.Answer answer = calls.announce(peer, documents);
        if (!(answer.sending() instanceof Sending.Sent)) {
            return Optional.of(ExchangeCalls.ending(peer, answer));
        }
        Map<String, Long> offsets = offsets(answer.body());
        return documents.stream()
                .map(part -> push(peer, part, offsets.getOrDefault(part.sha256(), 0L)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// How much of each part the other side holds, as far as it says so.
    private static Map<String, Long> offsets(byte[] body) {
        Map<String, Long> offsets = new HashMap<>();
        if (StrictJson.read(body) instanceof StrictJson.Tree(var tree)
                && tree.get("parts") instanceof List<?> parts) {
            parts.forEach(part -> note(part, offsets));
        }
        return offsets;
    }

    private static void note(Object part, Map<String, Long> offsets) {
        if (part instanceof Map<?, ?> held && held.get("offset") instanceof Number offset) {
            offsets.put(String.valueOf(held.get("sha256")), offset.longValue());
        }
    }

    private Optional<Sending> push(Peer peer, Part part, long from) {
        long offset = from;
        while (offset < part.size()) {
            Step step = step(peer, part, offset);
            if (step.stopped() != null) {
                return Optional.of(step.stopped());
            }
            offset = step.offset();
        }
        return Optional.empty();
    }

    /// Where to go on, or how the attempt ended.
    private record Step(long offset, @org.jspecify.annotations.Nullable Sending stopped) {}

    private Step step(Peer peer, Part part, long offset) {
        Optional<DocumentPieces.Piece> piece = pieces.of(part, offset);
        if (piece.isEmpty()) {
            return new Step(offset, gone(part));
        }
        SignedHttp.Answer answer = calls.push(peer, part.sha256(), offset, piece.get().bytes());
        if (answer.sending() instanceof Sending.Sent) {
            return forward(offset, answer, answer.sending());
        }
        return answer.status() == 0 || answer.status() == CONFLICT
                ? afterACut(peer, part, offset, answer)
                : new Step(offset, ending(peer, answer));
    }

    private Step afterACut(Peer peer, Part part, long offset, SignedHttp.Answer cut) {
        SignedHttp.Answer held = calls.look(peer, part.sha256());
        return held.sending() instanceof Sending.Sent
                ? forward(offset, held, cut.sending())
                : new Step(offset, ending(peer, cut));
    }

    /// Goes on only when there is more than before, or the other side has begun anew.
    private static Step forward(long offset, SignedHttp.Answer answer, Sending otherwise) {
        long held = answer.headers().firstValueAsLong(OFFSET).orElse(offset);
        return held > offset ? new Step(held, null) : new Step(offset, again(otherwise));
    }

    private static Sending again(Sending sending) {
        return sending instanceof Sending.Sent || sending instanceof Sending.Failed
                ? new Sending.TryAgain("a document does not grow at the other exchange")
                : sending;
    }

    private static Sending ending(Peer peer, SignedHttp.Answer answer) {
        if (answer.status() == NOT_FOUND) {
            return new Sending.TryAgain("the other exchange has forgotten a document under way");
        }
        return "mismatch".equals(PeerProblem.read(answer.body()).word())
                ? new Sending.TryAgain("a document arrived altered and was thrown away there")
                : ExchangeCalls.ending(peer, answer);
    }

    private static Sending gone(Part part) {
        return new Sending.Failed(
                "%s is not in the exchange's store any more; restore it from the backup, then replay"
                        .formatted(part.name()));
    }
}
