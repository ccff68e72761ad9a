package org.ehcexchange.agency.health;

import ca.uhn.fhir.rest.annotation.Operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.camel.ProducerTemplate;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;

/// `POST /fhir/$process-message`: takes the bytes as they come, and answers after they are
/// recorded.
@Component
public final class ProcessMessage {

    private static final String ROUTE = "direct:health-in";

    /// What a caller may go on sending after it was refused, so that it reads the refusal.
    private static final int DRAINED = 64 * 1024 * 1024;

    private final ProducerTemplate camel;
    private final FhirAnswers answers;
    private final HealthSettings settings;
    private final InstantSource clock;

    ProcessMessage(
            ProducerTemplate camel,
            FhirAnswers answers,
            HealthSettings settings,
            InstantSource clock) {
        this.camel = camel;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    @Operation(name = "$process-message", manualRequest = true, manualResponse = true)
    public void processMessage(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        echo(request, response, "X-Request-Id");
        echo(request, response, "X-Correlation-Id");
        if (MediaTypes.known(orEmpty(request.getContentType())).isEmpty()
                || !orEmpty(request.getHeader("Content-Encoding")).isEmpty()) {
            answers.refuse(
                    request,
                    response,
                    Problem.MEDIA_TYPE,
                    "The content type is not FHIR, or the body is compressed.",
                    "Send Content-Type application/fhir+json or application/fhir+xml, and no"
                            + " Content-Encoding.");
            return;
        }
        byte[] body = body(request);
        if (body.length > limit()) {
            tooLarge(request, response);
            return;
        }
        answer(request, response, accept(request, body));
    }

    private static void echo(
            HttpServletRequest request, HttpServletResponse response, String header) {
        String id = orEmpty(request.getHeader(header));
        if (Uuids.is(id)) {
            response.setHeader(header, id);
        }
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(limit() + 1);
    }

    private int limit() {
        return (int) settings.maxMessageSize().toBytes();
    }

    private void tooLarge(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        drain(request.getInputStream());
        answers.refuse(
                request,
                response,
                Problem.TOO_LARGE,
                "The message is larger than " + settings.maxMessageSize().toMegabytes() + " MB.",
                "POST large documents to Binary first, and refer to them.");
    }

    private static void drain(InputStream rest) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        int left = DRAINED;
        for (int n = 0; n >= 0 && left > 0; left -= n) {
            n = rest.read(chunk);
        }
    }

    private Outcome accept(HttpServletRequest request, byte[] body) {
        Arrival arrival =
                new Arrival(
                        Caller.of(request),
                        "fhir",
                        request.getContentType(),
                        body,
                        clock.instant());
        return camel.requestBodyAndHeaders(
                ROUTE,
                arrival,
                Map.of(
                        HealthReader.REQUEST_ID, orEmpty(request.getHeader("X-Request-Id")),
                        HealthReader.CORRELATION_ID,
                                orEmpty(request.getHeader("X-Correlation-Id"))),
                Outcome.class);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Outcome outcome)
            throws IOException {
        switch (outcome) {
            case Outcome.Accepted(var receipt) -> answers.accepted(request, response, receipt);
            case Outcome.AlreadyAccepted already ->
                    answers.refuse(
                            request,
                            response,
                            Problem.DUPLICATE,
                            "This message was received before, with the same content.",
                            "Nothing: it is safe here, and was not taken twice.");
            case Outcome.NotAccepted(var fault, var violations) ->
                    answers.refuse(
                            request,
                            response,
                            Problem.of(fault),
                            FhirPaths.ofCanonical(violations));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
