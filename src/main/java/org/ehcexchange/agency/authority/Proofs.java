package org.ehcexchange.agency.authority;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.access.RealTime;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.Flaw;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.Proof;
import org.ehcexchange.sealing.Type;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Who makes a request, by the proof in its `Authorization: Seal` header.
@Component
class Proofs {

    private static final String SCHEME = "Seal ";

    private final Signers signers;
    private final TurnedAway turnedAway;
    private final RealTime time;

    Proofs(Signers signers, TurnedAway turnedAway, RealTime time) {
        this.signers = signers;
        this.turnedAway = turnedAway;
        this.time = time;
    }

    sealed interface Checked {
        record Proven(OrganisationCode sender) implements Checked {}

        record Refused(ExchangeProblem problem) implements Checked {}
    }

    Checked check(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME)) {
            return new Checked.Refused(none());
        }
        byte[] proof = header.substring(SCHEME.length()).getBytes(StandardCharsets.ISO_8859_1);
        return switch (signers.check(proof, Type.PROOF)) {
            case Signers.Checked.Refused(var flaws) -> refused(flaws);
            case Signers.Checked.Signed(var jws, var _) -> check(jws, request);
        };
    }

    private Checked check(Jws jws, HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        List<Flaw> flaws = Proof.check(jws, request.getMethod(), path, time.instant());
        return flaws.isEmpty() ? new Checked.Proven(jws.header().issuer()) : refused(flaws);
    }

    private Checked refused(List<Flaw> flaws) {
        turnedAway.note(flaws);
        return new Checked.Refused(ExchangeProblem.of(flaws));
    }

    private static ExchangeProblem none() {
        return ExchangeProblem.of(
                HttpStatus.UNAUTHORIZED,
                "unauthorised",
                "This door needs a signed proof of who makes the request.",
                "Send 'Authorization: Seal' and a proof signed with a key that is pinned here; see"
                        + " docs/exchange-to-exchange.md.");
    }
}
