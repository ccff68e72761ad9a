package org.ehcexchange.agency.authority;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.camel.ProducerTemplate;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.PinnedKey;
import org.ehcexchange.sealing.Type;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// Sealed messages from another exchange, answered by a signed receipt once they are recorded.
@RestController
@Tag(name = "Between exchanges")
class SealedDoor {

    private final ProducerTemplate routes;
    private final Arrivals arrivals;
    private final ReceiptsGiven receipts;
    private final InstantSource clock;

    SealedDoor(
            ProducerTemplate routes,
            Arrivals arrivals,
            ReceiptsGiven receipts,
            InstantSource clock) {
        this.routes = routes;
        this.arrivals = arrivals;
        this.receipts = receipts;
        this.clock = clock;
    }

    @PostMapping(path = "/exchange/v1/messages", consumes = SealedBody.JOSE)
    @Operation(
            summary = "Send a sealed message",
            description =
                    "201 with a signed receipt once it is recorded, 200 with the same receipt for"
                            + " the same bytes again. Its documents are pushed before it.")
    ResponseEntity<Object> send(HttpServletRequest request) throws IOException {
        return switch (arrivals.check(request, Type.MESSAGE)) {
            case Arrivals.Checked.Refused(var problem) -> problem.answer();
            case Arrivals.Checked.Signed(var jws, var by) -> accept(jws, by);
        };
    }

    private ResponseEntity<Object> accept(Jws jws, PinnedKey by) {
        Arrival arrival =
                new Arrival(
                        jws.header().issuer(),
                        ReceiptsGiven.DOOR,
                        SealedBody.JOSE,
                        jws.bytes(),
                        clock.instant());
        Outcome outcome = routes.requestBody("direct:exchange-in", arrival, Outcome.class);
        return switch (outcome) {
            case Outcome.Accepted _ -> receipt(HttpStatus.CREATED, jws, by);
            case Outcome.AlreadyAccepted _ -> receipt(HttpStatus.OK, jws, by);
            case Outcome.NotAccepted not -> refused(jws, not);
        };
    }

    private ResponseEntity<Object> receipt(HttpStatus status, Jws jws, PinnedKey by) {
        arrivals.keep(jws, by);
        return receipts.of(jws.header().issuer(), new MessageId(jws.header().id()))
                .map(bytes -> answer(status, bytes))
                .orElseGet(SealedDoor::acceptedElsewhere);
    }

    private static ResponseEntity<Object> answer(HttpStatus status, byte[] receipt) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(SealedBody.JOSE))
                .body(receipt);
    }

    /// A message that is recorded with other bytes is answered with the receipt for those: sealed
    /// anew after a change of keys, it was received all the same.
    private ResponseEntity<Object> refused(Jws jws, Outcome.NotAccepted not) {
        ExchangeProblem problem =
                new ExchangeProblem(
                        HttpStatus.valueOf(not.fault().httpStatus()),
                        not.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        not.violations());
        if (not.fault() != Arrival.Fault.CONFLICT) {
            return problem.answer();
        }
        Optional<byte[]> receipt =
                receipts.of(jws.header().issuer(), new MessageId(jws.header().id()));
        ProblemDetail detail = problem.detail();
        receipt.ifPresent(
                bytes ->
                        detail.setProperty(
                                "receipt", new String(bytes, StandardCharsets.US_ASCII)));
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static ResponseEntity<Object> acceptedElsewhere() {
        return ExchangeProblem.of(
                        HttpStatus.CONFLICT,
                        "conflict",
                        "This message came in at another door before; no receipt is signed for it.",
                        "Send new content under a new message id.")
                .answer();
    }
}
