package org.ehcexchange.agency.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;

import org.ehcexchange.directory.Channel.WireFormat;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Calls the FHIR door over HTTP as an organisation's system does.
final class FhirCalls {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final String exchange;

    FhirCalls(String exchange) {
        this.exchange = exchange;
    }

    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        byte[] body() {
            return response.body();
        }

        String text() {
            return new String(body(), UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        Bundle bundle() {
            return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, text());
        }

        /// The first issue's code and the error code beside it.
        String issue() {
            var issue =
                    FhirContext.forR4Cached()
                            .newJsonParser()
                            .parseResource(OperationOutcome.class, text())
                            .getIssueFirstRep();
            return issue.getCode().toCode()
                    + " "
                    + issue.getDetails().getCodingFirstRep().getCode();
        }
    }

    Answer message(String caller, Bundle bundle) throws IOException, InterruptedException {
        return message(caller, bundle, WireFormat.JSON);
    }

    Answer message(String caller, Bundle bundle, WireFormat format)
            throws IOException, InterruptedException {
        String conversation = Asked.task(bundle).getGroupIdentifier().getValue();
        return post(
                caller,
                "/fhir/$process-message",
                MediaTypes.of(format),
                Fixtures.fhir().write(bundle, format),
                Map.of(
                        "X-Request-Id",
                        bundle.getIdentifier().getValue(),
                        "X-Correlation-Id",
                        conversation));
    }

    Answer post(String caller, String path, String type, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request.header("Authorization", "Bearer " + token(caller)));
    }

    Answer get(String caller, String path) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token(caller)));
    }

    Answer anonymous(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    String token(String caller) {
        return tokens.computeIfAbsent(caller, this::newToken);
    }

    private String newToken(String caller) {
        String pair = URLEncoder.encode(caller, UTF_8) + ":correct-horse";
        try {
            Answer answer =
                    send(
                            request("/oauth2/token")
                                    .header(
                                            "Authorization",
                                            "Basic "
                                                    + Base64.getEncoder()
                                                            .encodeToString(pair.getBytes(UTF_8)))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "grant_type=client_credentials")));
            return answer.text().replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No token for " + caller, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(exchange + path));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
    }
}
