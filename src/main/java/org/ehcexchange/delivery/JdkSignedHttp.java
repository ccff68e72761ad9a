package org.ehcexchange.delivery;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/// [SignedHttp] over the JDK's client.
@Component
class JdkSignedHttp implements SignedHttp {

    private static final int KEPT_OF_AN_ANSWER = 8 << 20;
    private static final int LOCKED = 423;

    private final HttpClient client;
    private final HttpSettings settings;

    JdkSignedHttp(HttpClient client, HttpSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public Answer call(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(settings.answerWithin()).build();
        try {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream answer = response.body()) {
                byte[] kept = answer.readNBytes(KEPT_OF_AN_ANSWER);
                int status = response.statusCode();
                return new Answer(classify(status), status, response.headers(), kept);
            }
        } catch (IOException e) {
            return none(JdkPartnerHttp.lost(e, request.uri()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none(new Sending.TryAgain("the exchange is stopping"));
        }
    }

    private static Sending classify(int status) {
        return status == LOCKED
                ? new Sending.TryAgain("the partner answered HTTP " + status)
                : JdkPartnerHttp.classify(status, new byte[0]);
    }

    private static Answer none(Sending sending) {
        return new Answer(sending, 0, HttpHeaders.of(Map.of(), (a, b) -> true), new byte[0]);
    }
}
