package org.ehcexchange.agency.education;

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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.security.Principal;
import java.time.InstantSource;
import java.util.List;

/// EHC advice XML over HTTP: a receipt or a fault with every violation, both in XML.
@RestController
@Tag(name = "Education")
class EducationDoor {

    private final ProducerTemplate routes;
    private final EducationSettings settings;
    private final InstantSource clock;

    EducationDoor(ProducerTemplate routes, EducationSettings settings, InstantSource clock) {
        this.routes = routes;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping(
            path = "/education/v1/messages",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @Operation(
            summary = "Send a message as EHC advice XML",
            description =
                    "The schema is mappings/education/ehc-advice.xsd. 202 with a receipt, 200 with"
                        + " the same receipt for the same message again; else a fault that lists"
                        + " every violation.")
    ResponseEntity<byte[]> send(HttpServletRequest request, Principal caller) throws IOException {
        int limit = (int) settings.maxMessage().toBytes();
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        return body.length > limit ? answer(tooLarge(limit)) : answer(accept(body, caller));
    }

    private Outcome accept(byte[] body, Principal caller) {
        var arrival =
                new Arrival(
                        new OrganisationCode(caller.getName()),
                        "cbds-xml",
                        MediaType.APPLICATION_XML_VALUE,
                        body,
                        clock.instant());
        return routes.requestBody("direct:education-in", arrival, Outcome.class);
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

    private static ResponseEntity<byte[]> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(var receipt) ->
                    xml(HttpStatus.ACCEPTED, EducationAnswers.receipt(receipt));
            case Outcome.AlreadyAccepted(var receipt) ->
                    xml(HttpStatus.OK, EducationAnswers.receipt(receipt));
            case Outcome.NotAccepted(var fault, var violations) ->
                    xml(
                            HttpStatus.valueOf(fault.httpStatus()),
                            EducationAnswers.fault(fault, violations));
        };
    }

    private static ResponseEntity<byte[]> xml(HttpStatus status, byte[] body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_XML).body(body);
    }
}
