package org.ehcexchange.agency.authority;

import org.ehcexchange.access.RealTime;
import org.ehcexchange.access.SealingKeys;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.delivery.SignedHttp;
import org.ehcexchange.sealing.Announcement;
import org.ehcexchange.sealing.Part;
import org.ehcexchange.sealing.Proof;
import org.ehcexchange.sealing.SealedMessage;
import org.springframework.stereotype.Component;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The requests of the protocol, each signed anew.
@Component
class ExchangeCalls {

    private static final String MESSAGES = "/exchange/v1/messages";
    private static final String PARTS = "/exchange/v1/parts";
    private static final int CONFLICT = 409;

    private final SignedHttp http;
    private final SealingKeys keys;
    private final RealTime time;

    ExchangeCalls(SignedHttp http, SealingKeys keys, RealTime time) {
        this.http = http;
        this.keys = keys;
        this.time = time;
    }

    /// What came of sending a message.
    sealed interface Answered {
        /// Not yet checked.
        record Receipt(byte[] bytes) implements Answered {}

        record No(Sending sending) implements Answered {}
    }

    Answered send(Peer peer, SealedMessage sealed) {
        SignedHttp.Answer answer =
                http.call(
                        request(peer, MESSAGES)
                                .header("Content-Type", SealedBody.JOSE)
                                .POST(BodyPublishers.ofByteArray(sealed.jws().bytes())));
        if (answer.sending() instanceof Sending.Sent) {
            return new Answered.Receipt(answer.body());
        }
        Optional<String> receipt =
                answer.status() == CONFLICT
                        ? PeerProblem.read(answer.body()).receipt()
                        : Optional.empty();
        return receipt.<Answered>map(
                        text -> new Answered.Receipt(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> new Answered.No(ending(peer, answer)));
    }

    SignedHttp.Answer announce(Peer peer, List<Part> documents) {
        String jws =
                Announcement.sign(
                                keys.signing(),
                                keys.owner(),
                                peer.code(),
                                documents,
                                time.instant())
                        .text();
        return http.call(
                request(peer, PARTS)
                        .header("Content-Type", SealedBody.JOSE)
                        .POST(BodyPublishers.ofString(jws)));
    }

    SignedHttp.Answer look(Peer peer, String sha256) {
        String path = PARTS + "/" + sha256;
        return http.call(proven(peer, "HEAD", path).method("HEAD", BodyPublishers.noBody()));
    }

    SignedHttp.Answer push(Peer peer, String sha256, long offset, BodyPublisher bytes) {
        String path = PARTS + "/" + sha256;
        return http.call(
                proven(peer, "PATCH", path)
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Upload-Offset", Long.toString(offset))
                        .method("PATCH", bytes));
    }

    private static HttpRequest.Builder request(Peer peer, String path) {
        return HttpRequest.newBuilder(peer.at(path));
    }

    private HttpRequest.Builder proven(Peer peer, String method, String path) {
        Proof proof = Proof.of(method, path, time.instant());
        String jws =
                Proof.sign(keys.signing(), keys.owner(), peer.code(), proof, time.instant()).text();
        return request(peer, path).header("Authorization", "Seal " + jws);
    }

    /// How an attempt ended that did not succeed: a partner that does not know us is no fault
    /// of the message, and pauses; what it refuses is told by its word.
    static Sending ending(Peer peer, SignedHttp.Answer answer) {
        if (!(answer.sending() instanceof Sending.Failed)) {
            return answer.sending();
        }
        PeerProblem problem = PeerProblem.read(answer.body());
        String reason =
                "%s's exchange refused it with HTTP %d%s"
                        .formatted(peer.code(), answer.status(), problem.words());
        return problem.isAboutUs() ? new Sending.Unreachable(reason) : new Sending.Failed(reason);
    }
}
