package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.api.ApiHouse.HOME;
import static org.ehcexchange.api.ApiHouse.TRUST;
import static org.ehcexchange.api.ApiHouse.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The exchange's keys, as its own authority and everybody else see them.
class KeyDoorIT {

    private static final String KEYS = "/api/v1/keys";
    private static final String REASON = "{\"reason\": \"Yearly change of keys\"}";

    @TempDir static Path folder;
    private static ApiHouse house;

    @BeforeAll
    static void start() {
        house = ApiHouse.start(folder);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void announcesANewKeyBeforeItSigns() {
        JsonNode before = house.calls().get(HOME, KEYS).json().path("keys");
        assertThat(before).hasSize(1);

        Answer rotated = house.calls().post(HOME, KEYS + "/rotate", REASON);

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(rotated.json().path("state").asText()).isEqualTo("announced");
        JsonNode after = house.calls().get(HOME, KEYS).json().path("keys");
        assertThat(after.findValuesAsText("state")).containsExactly("announced", "signing");
        assertThat(jwks().path("keys").findValuesAsText("kid"))
                .containsExactlyElementsOf(after.findValuesAsText("kid"));
        assertProblem(house.calls().post(HOME, KEYS + "/rotate", REASON), 409, "not-possible");
    }

    @Test
    void showsNoPrivateKeyAnywhere() {
        assertThat(house.calls().get(HOME, KEYS).text()).doesNotContain("\"d\"", "jwk");
        for (JsonNode key : jwks().path("keys")) {
            assertThat(key.properties().stream().map(java.util.Map.Entry::getKey))
                    .containsExactlyInAnyOrder("kty", "crv", "x", "y", "kid", "use", "alg");
        }
    }

    @Test
    void isForTheHomeAuthorityAndWantsAReason() {
        assertThat(house.calls().get(TRUST, KEYS).status()).isEqualTo(403);
        assertThat(house.calls().post(TRUST, KEYS + "/rotate", REASON).status()).isEqualTo(403);
        assertProblem(house.calls().post(HOME, KEYS + "/rotate", "{}"), 400, "malformed");
    }

    @Test
    void opensNothingElseToAnExchangeWithoutAToken() throws Exception {
        assertThat(house.raw(request("GET", "/exchange/v1/jwks.json"))).startsWith("HTTP/1.1 200");
        assertThat(house.raw(request("GET", "/exchange/v1/keys"))).startsWith("HTTP/1.1 401");
        assertThat(house.raw(request("GET", "/exchange/v1/messages"))).startsWith("HTTP/1.1 401");
        assertThat(house.raw(request("GET", "/exchange/v2/jwks.json"))).startsWith("HTTP/1.1 401");
        assertThat(house.raw(request("GET", "/exchange/v1/../../api/v1/keys")))
                .doesNotStartWith("HTTP/1.1 200");
    }

    private static String request(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    private static JsonNode jwks() {
        return house.calls().get(HOME, "/exchange/v1/jwks.json").json();
    }
}
