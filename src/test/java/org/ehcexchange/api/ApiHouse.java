package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.ehcexchange.testing.TestDirectory;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// A whole exchange with an authority, its trust and an outsider, all of whom collect their
/// messages.
final class ApiHouse implements AutoCloseable {

    static final String HOME = "LA:998";
    static final String TRUST = "ODS:RN1";
    static final String OUTSIDER = "ODS:RN2";
    static final String MESSAGES = "/api/v1/messages";
    static final String DOCUMENTS = "/api/v1/documents";

    private final RunningExchange exchange;
    private final Calls calls;

    private ApiHouse(RunningExchange exchange) {
        this.exchange = exchange;
        this.calls = new Calls(exchange.url(""), "correct-horse");
    }

    static ApiHouse start(Path folder) {
        Path directory = folder.resolve("directory");
        organisation(directory, HOME, "authority");
        organisation(directory, TRUST, "health-provider");
        organisation(directory, OUTSIDER, "health-provider");
        return new ApiHouse(RunningExchange.start(folder.resolve("data"), directory, Map.of()));
    }

    private static void organisation(Path folder, String code, String role) {
        RunningExchange.organisation(
                folder,
                code.replace(':', '-').toLowerCase(Locale.ROOT),
                """
                code: %s
                name: Organisation %s
                roles: [%s]
                secret-hash: "%s"
                channel:
                  type: canonical-pull
                """
                        .formatted(code, code, role, TestDirectory.HASH));
    }

    Calls calls() {
        return calls;
    }

    String url(String path) {
        return exchange.url(path);
    }

    /// An advice request, sent and accepted.
    AdviceExample sent() throws IOException {
        AdviceExample request = AdviceExample.fresh();
        Answer answer = calls.post(HOME, MESSAGES, request.json());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return request;
    }

    static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText())
                .isEqualTo("urn:ehc-exchange:problem:" + type);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("violations")).isNotEmpty();
        for (JsonNode violation : answer.json().path("violations")) {
            assertThat(violation.path("problem").asText()).isNotBlank();
            assertThat(violation.path("remedy").asText()).isNotBlank();
        }
    }

    String bearer() {
        return "Authorization: Bearer " + calls.token(HOME) + "\r\n";
    }

    /// Sends bytes as they are, says no more, and reads what comes.
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", exchange.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(UTF_8));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
