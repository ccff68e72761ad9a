package org.ehcexchange.delivery;

import org.ehcexchange.delivery.PartnerTokens.NoToken;
import org.ehcexchange.directory.Channel;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;

import javax.net.ssl.SSLException;

/// [PartnerHttp] over the JDK's client.
@Component
class JdkPartnerHttp implements PartnerHttp {

    private static final int KEPT_OF_AN_ANSWER = 64 * 1024;

    private final HttpClient client;
    private final HttpSettings settings;
    private final PartnerTokens tokens;

    JdkPartnerHttp(HttpSettings settings, HttpClient client, PartnerTokens tokens) {
        this.settings = settings;
        this.client = client;
        this.tokens = tokens;
    }

    @Override
    public Answer post(
            URI endpoint,
            Channel.Login login,
            String contentType,
            byte[] body,
            Map<String, String> headers) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(endpoint)
                            .timeout(settings.answerWithin())
                            .header("Content-Type", contentType)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            tokens.authorization(login).ifPresent(value -> request.header("Authorization", value));
            return send(request.build(), body);
        } catch (NoToken e) {
            return new Answer(e.sending(), 0, new byte[0]);
        }
    }

    private Answer send(HttpRequest request, byte[] body) {
        try {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream answer = response.body()) {
                byte[] kept = answer.readNBytes(KEPT_OF_AN_ANSWER);
                return new Answer(
                        classify(response.statusCode(), body), response.statusCode(), kept);
            }
        } catch (IOException e) {
            return new Answer(lost(e, request.uri()), 0, new byte[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(new Sending.TryAgain("the exchange is stopping"), 0, new byte[0]);
        }
    }

    static Sending classify(int status, byte[] body) {
        return switch (status) {
            case 200, 201, 202, 204 -> new Sending.Sent("HTTP " + status, body);
            case 408, 429, 503, 504 -> new Sending.TryAgain("the partner answered HTTP " + status);
            default -> new Sending.Failed("the partner refused it with HTTP " + status);
        };
    }

    static Sending lost(IOException e, URI endpoint) {
        String place = endpoint.getHost() + ":" + endpoint.getPort();
        return switch (e) {
            case HttpConnectTimeoutException slow ->
                    new Sending.Unreachable("no connection to " + place + " in time");
            case ConnectException refused
                    when refused.getCause() instanceof UnresolvedAddressException ->
                    new Sending.Unreachable("the name " + endpoint.getHost() + " does not resolve");
            case ConnectException refused -> new Sending.Unreachable("no connection to " + place);
            case SSLException tls ->
                    new Sending.Unreachable("no trusted TLS connection to " + place);
            default ->
                    new Sending.TryAgain(
                            "the connection to " + place + " dropped before an answer");
        };
    }
}
