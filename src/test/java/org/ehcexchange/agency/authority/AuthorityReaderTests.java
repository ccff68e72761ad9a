package org.ehcexchange.agency.authority;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.time.Instant;

/// Canonical JSON read as strictly as two parties need who must understand the same.
class AuthorityReaderTests {

    private static final OrganisationCode NORTHSHIRE = new OrganisationCode("LA:998");

    private final AuthorityReader reader = new AuthorityReader();

    @Test
    void readsAnAdviceRequest() throws IOException {
        Arrival.Result result = read(example("advice-request"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Arrival.Read.class,
                        read ->
                                assertThat(read.message().type())
                                        .isEqualTo(MessageType.ADVICE_REQUEST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json              | not JSON, at line 1",
                "{\"a\":1              | not JSON, at line 1",
                "[]                    | not one JSON object",
                "null                  | not one JSON object",
                "\"text\"              | not one JSON object",
                "''                    | not one JSON object",
                "{} {}                 | follows the JSON object",
                "{\"a\":1,\"a\":2}     | given twice in one object, at line 1",
                "{\"a\":{\"b\":1,\"b\":2}} | given twice in one object",
                "{\"a\":NaN}           | not JSON",
            })
    void refusesWhatIsNotOneJsonObject(String body, String words) {
        assertThat(malformed(body.strip())).contains(words);
    }

    @Test
    void refusesFiftyLevels() {
        assertThat(malformed("{\"a\":".repeat(50) + "1" + "}".repeat(50)))
                .contains("nested deeper than 10 levels");
    }

    @Test
    void refusesBytesThatAreNotText() {
        byte[] body = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};

        assertThat(unread(read(body)).fault()).isEqualTo(Fault.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"familyName\":\"Secretperson\"",
                "{\"Secretperson\":1,\"Secretperson\":2}",
                "{\"familyName\":Secretperson}",
                "\"Secretperson\"",
                "{} \"Secretperson\""
            })
    void neverRepeatsWhatItFound(String body) {
        assertThat(unread(read(body.getBytes(UTF_8))).violations().toString())
                .doesNotContain("Secretperson");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() throws IOException {
        String body =
                new String(example("advice-request"), UTF_8)
                        .replace("9990000018", "9990000019")
                        .replace("\"medical\"", "\"surgical\"")
                        .replace("\"version\"", "\"extra\": 1, \"version\"");

        Arrival.Unread unread = unread(read(body.getBytes(UTF_8)));

        assertThat(unread.fault()).isEqualTo(Fault.INVALID);
        assertThat(unread.violations())
                .extracting(Violation::pointer)
                .contains("/child/nhsNumber", "/adviceType", "/extra");
    }

    @Test
    void refusesAMessageInAnothersNameBeforeSayingWhatElseIsWrong() throws IOException {
        String body = new String(example("advice-request"), UTF_8).replace("LA:998", "LA:999");

        Arrival.Unread unread = unread(read(body.replace("medical", "x").getBytes(UTF_8)));

        assertThat(unread.fault()).isEqualTo(Fault.FORBIDDEN);
        assertThat(unread.violations()).extracting(Violation::pointer).containsExactly("/from");
    }

    private String malformed(String body) {
        Arrival.Unread unread = unread(read(body.getBytes(UTF_8)));
        assertThat(unread.fault()).isEqualTo(Fault.MALFORMED);
        return unread.violations().getFirst().problem();
    }

    private static Arrival.Unread unread(Arrival.Result result) {
        assertThat(result).isInstanceOf(Arrival.Unread.class);
        return (Arrival.Unread) result;
    }

    private Arrival.Result read(byte[] body) {
        return reader.read(
                new Arrival(
                        NORTHSHIRE,
                        "canonical",
                        "application/json",
                        body,
                        Instant.parse("2026-05-05T09:15:00Z")));
    }

    private static byte[] example(String name) throws IOException {
        return new ClassPathResource("openapi/" + name + ".json").getContentAsByteArray();
    }
}
