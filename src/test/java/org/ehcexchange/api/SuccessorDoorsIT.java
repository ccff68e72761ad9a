package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.api.ApiHouse.HOME;
import static org.ehcexchange.api.ApiHouse.MESSAGES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.ehcexchange.testing.TestDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The doors of schools and social care follow a succession as the canonical one does.
class SuccessorDoorsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SENT_ON =
            "LA:997 closed on 2024-01-01; sent to its successor LA:998";

    @TempDir static Path folder;
    private static RunningExchange exchange;
    private static Calls calls;

    /// A door, and the example of an acknowledgement in its format.
    enum Door {
        SCHOOL("education", "URN:900001", "education-setting", "application/xml"),
        SOCIAL_CARE("social-care", "SVC:northshire-csc", "social-care", "application/json");

        private final String agency;
        private final String sender;
        private final String role;
        private final String mediaType;

        Door(String agency, String sender, String role, String mediaType) {
            this.agency = agency;
            this.sender = sender;
            this.role = role;
            this.mediaType = mediaType;
        }

        private String path() {
            return "/" + agency + "/v1/messages";
        }

        private String example(String file) throws IOException {
            return Files.readString(
                    Path.of("mappings", agency, "examples/advice-acknowledged.from.plain", file));
        }

        /// The request that the example acknowledges.
        private ObjectNode request() throws IOException {
            ObjectNode acknowledged = (ObjectNode) JSON.readTree(own(example("expected.json")));
            ObjectNode request = (ObjectNode) JSON.readTree(AdviceExample.fresh().json());
            request.set("messageId", acknowledged.get("inReplyTo"));
            request.set("conversationId", acknowledged.get("conversationId"));
            request.set("child", acknowledged.get("child"));
            ((ObjectNode) request.get("ground"))
                    .put("provision", "SEND Regulations 2014, reg. 6(1)");
            return request.put("to", sender)
                    .put("adviceType", this == SCHOOL ? "educational" : "social-care");
        }

        private String acknowledgement(String to) throws IOException {
            String input = example(this == SCHOOL ? "input.xml" : "input.json");
            return own(input.replace("LA:998", to));
        }

        /// The two examples share their ids; here each is of a conversation of its own.
        private String own(String example) {
            return example.replace("5d0f3a4e", "5d0f3a4" + ordinal())
                    .replace("0c9a1f8e", "0c9a1f8" + ordinal());
        }
    }

    @BeforeAll
    static void start() {
        write(HOME, "authority", "channel: {type: canonical-pull}");
        write("LA:997", "authority", "closes-on: 2024-01-01\nsuccessors: [LA:998]");
        for (Door door : Door.values()) {
            write(door.sender, door.role, "channel: {type: canonical-pull}");
        }
        exchange =
                RunningExchange.start(
                        folder.resolve("data"), folder.resolve("directory"), Map.of());
        calls = new Calls(exchange.url(""), "correct-horse");
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    @ParameterizedTest
    @EnumSource
    void sendsAReplyForAClosedAuthorityToItsSuccessorAndSaysSo(Door door) throws IOException {
        ObjectNode request = door.request();
        String conversation = request.path("conversationId").asText();
        assertAccepted(calls.post(HOME, MESSAGES, request.toString()));

        Answer answer =
                calls.post(
                        door.sender,
                        door.path(),
                        door.mediaType,
                        BodyPublishers.ofString(door.acknowledgement("LA:997")));

        assertAccepted(answer);
        assertThat(answer.text()).contains(SENT_ON);
        JsonNode story = calls.get(HOME, "/api/v1/conversations/" + conversation).json();
        assertThat(story.at("/summary/state").asText()).isEqualTo("acknowledged");
        assertThat(calls.get(HOME, "/api/v1/inbox").json().at("/items").toString())
                .contains("\"to\":\"LA:998\"", conversation);
    }

    private static void assertAccepted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    private static void write(String code, String role, String more) {
        RunningExchange.organisation(
                folder.resolve("directory"),
                code.replace(':', '-').toLowerCase(java.util.Locale.ROOT),
                """
                code: %s
                name: Organisation %s
                roles: [%s]
                secret-hash: "%s"
                %s
                """
                        .formatted(code, code, role, TestDirectory.HASH, more));
    }
}
