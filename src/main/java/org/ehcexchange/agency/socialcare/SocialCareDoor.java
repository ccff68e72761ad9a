package org.ehcexchange.agency.socialcare;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.camel.ProducerTemplate;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.ledger.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// EHC advice JSON over HTTP: a receipt, or problem JSON (RFC 9457) with every violation.
@RestController
@Tag(name = "Social care")
class SocialCareDoor {

    private final ProducerTemplate routes;
    private final SocialCareSettings settings;
    private final InstantSource clock;

    SocialCareDoor(ProducerTemplate routes, SocialCareSettings settings, InstantSource clock) {
        this.routes = routes;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping(path = "/social-care/v1/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Send a message as EHC advice JSON",
            description =
                    "Field names are those of the Standard Safeguarding Dataset; see the examples"
                        + " in mappings/social-care. 202 with a receipt, 200 with the same receipt"
                        + " for the same message again.")
    ResponseEntity<?> send(HttpServletRequest request, Principal caller) throws IOException {
        int limit = (int) settings.maxMessage().toBytes();
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        return body.length > limit ? answer(tooLarge(limit)) : answer(accept(body, caller));
    }

    private Outcome accept(byte[] body, Principal caller) {
        var arrival =
                new Arrival(
                        new OrganisationCode(caller.getName()),
                        "ssd-json",
                        MediaType.APPLICATION_JSON_VALUE,
                        body,
                        clock.instant());
        return routes.requestBody("direct:social-care-in", arrival, Outcome.class);
    }

    private static Outcome tooLarge(int limit) {
        return new Outcome.NotAccepted(
                Fault.TOO_LARGE,
                List.of(
                        new Violation(
                                "",
                                "The message is larger than " + limit + " bytes.",
                                "Upload documents at POST /api/v1/documents and name them in the"
                                        + " message.")));
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(var receipt) ->
                    ResponseEntity.status(HttpStatus.ACCEPTED).body(receipt);
            case Outcome.AlreadyAccepted(var receipt) -> ResponseEntity.ok(receipt);
            case Outcome.NotAccepted(var fault, var violations) ->
                    ResponseEntity.status(fault.httpStatus())
                            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                            .body(problem(fault, violations));
        };
    }

    private static ProblemDetail problem(Fault fault, List<Violation> violations) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.valueOf(fault.httpStatus()),
                        "Not accepted; each violation says what to do.");
        var name = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        problem.setType(URI.create("urn:ehc-exchange:problem:" + name));
        problem.setTitle("The message is not accepted");
        problem.setProperty("violations", violations);
        return problem;
    }
}
