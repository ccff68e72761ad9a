package org.ehcexchange.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.camel.ProducerTemplate;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.ledger.reading.Conversations;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.security.Principal;
import java.time.InstantSource;
import java.util.UUID;

/// Canonical messages in, and out again for those who may see them.
@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "Messages")
class MessageDoor {

    private final ProducerTemplate routes;
    private final Conversations conversations;
    private final ApiSettings settings;
    private final InstantSource clock;

    MessageDoor(
            ProducerTemplate routes,
            Conversations conversations,
            ApiSettings settings,
            InstantSource clock) {
        this.routes = routes;
        this.conversations = conversations;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Send a message",
            description =
                    "A 2xx is answered only once the message, its clocks and its deliveries are"
                        + " recorded. Send the same again, byte for byte, when no answer came: it"
                        + " is recorded once. The message is one of those in mappings/canonical."
                        + " What is addressed to a body that has closed goes to its successor:"
                        + " `note` says so, and `deliveries` to whom. After a split it is refused,"
                        + " with the names to choose from.")
    @Takes(examples = {"advice-request", "advice-return"})
    @Answers(
            value = {"202:receipt", "200:receipt"},
            problems = {
                Problem.MALFORMED,
                Problem.FORBIDDEN,
                Problem.NOT_FOUND,
                Problem.CONFLICT,
                Problem.TOO_LARGE,
                Problem.UNSUPPORTED_TYPE,
                Problem.INVALID
            })
    ResponseEntity<?> send(HttpServletRequest request, Principal caller) {
        Arrival arrival =
                new Arrival(
                        new OrganisationCode(caller.getName()),
                        "canonical",
                        MediaType.APPLICATION_JSON_VALUE,
                        Body.read(request, settings.maxMessage()),
                        clock.instant());
        Outcome outcome = routes.requestBody("direct:authority-in", arrival, Outcome.class);
        return switch (outcome) {
            case Outcome.Accepted(Receipt receipt) -> receipt(HttpStatus.ACCEPTED, receipt);
            case Outcome.AlreadyAccepted(Receipt receipt) -> receipt(HttpStatus.OK, receipt);
            case Outcome.NotAccepted not -> Problem.of(not.fault()).answer(not.violations());
        };
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read a message",
            description =
                    "Its sender sees it as it was sent, with the receipt; its recipient as it was"
                            + " cleared for it.")
    @Answers(value = "200:recorded", problems = Problem.NOT_FOUND)
    Conversations.Recorded read(@PathVariable UUID id, Principal caller) {
        return conversations
                .message(new OrganisationCode(caller.getName()), new MessageId(id))
                .orElseThrow(Refused::notFound);
    }

    private static ResponseEntity<Receipt> receipt(HttpStatus status, Receipt receipt) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/messages/" + receipt.messageId()))
                .body(receipt);
    }
}
