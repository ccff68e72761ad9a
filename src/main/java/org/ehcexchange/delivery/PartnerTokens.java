package org.ehcexchange.delivery;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.ehcexchange.directory.Channel;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Signs in at partners: a new token for each attempt, so that none expires between retries.
@Component
class PartnerTokens {

    private final HttpClient client;
    private final HttpSettings settings;
    private final ObjectMapper json;

    PartnerTokens(HttpClient client, HttpSettings settings, ObjectMapper json) {
        this.client = client;
        this.settings = settings;
        this.json = json;
    }

    /// The Authorization header's value; none where the partner asks for no login.
    ///
    /// @throws NoToken when the partner's token endpoint gives none
    Optional<String> authorization(Channel.Login login) {
        return switch (login) {
            case Channel.Login.None none -> Optional.empty();
            case Channel.Login.Bearer bearer -> Optional.of("Bearer " + bearer.token().value());
            case Channel.Login.ClientCredentials credentials ->
                    Optional.of("Bearer " + token(credentials));
        };
    }

    private String token(Channel.Login.ClientCredentials credentials) {
        String form =
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(
                                encoded(credentials.clientId()),
                                encoded(credentials.secret().value()));
        HttpRequest request =
                HttpRequest.newBuilder(credentials.tokenUrl())
                        .timeout(settings.answerWithin())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        try {
            return token(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (JacksonException e) {
            throw new NoToken(new Sending.TryAgain("the partner's token answer is not JSON"));
        } catch (IOException e) {
            throw new NoToken(JdkPartnerHttp.lost(e, credentials.tokenUrl()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoToken(new Sending.TryAgain("the exchange is stopping"));
        }
    }

    private String token(HttpResponse<String> response) throws JacksonException {
        if (response.statusCode() >= 500 || response.statusCode() == 429) {
            throw new NoToken(
                    new Sending.TryAgain(
                            "the partner's token door answered HTTP " + response.statusCode()));
        }
        if (response.statusCode() != 200) {
            throw new NoToken(
                    new Sending.Unreachable(
                            "the partner refuses our login with HTTP " + response.statusCode()));
        }
        JsonNode token = json.readTree(response.body()).path("access_token");
        if (!token.isTextual()) {
            throw new NoToken(
                    new Sending.TryAgain("the partner's token answer has no access_token"));
        }
        return token.textValue();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// The partner gave no token; says how the attempt ended.
    static final class NoToken extends RuntimeException {

        private final transient Sending sending;

        NoToken(Sending sending) {
            super("The partner gave no token; see its pause or the attempt's reason");
            this.sending = sending;
        }

        Sending sending() {
            return sending;
        }
    }
}
