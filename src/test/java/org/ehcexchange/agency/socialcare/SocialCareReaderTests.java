package org.ehcexchange.agency.socialcare;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.mapping.JsonataMappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// What a social care team sends, good and bad; every refusal says where and what to do.
class SocialCareReaderTests {

    private static final OrganisationCode TEAM = new OrganisationCode("SVC:northshire-csc");

    private final SocialCareReader reader =
            new SocialCareReader(new JsonataMappings(Path.of("mappings")));

    @Test
    void readsAReturn() {
        assertThat(reader.read(arrival(example("late"), TEAM)))
                .isInstanceOfSatisfying(
                        Arrival.Read.class,
                        read ->
                                assertThat(((AdviceReturn) read.message()).answer())
                                        .isInstanceOf(Answer.Late.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "<xml/>", "{\"a\":1,}", "{} {}", "{\"a\":1,\"a\":2}"})
    void refusesWhatIsNotOneJsonObject(String text) {
        assertThat(unread(text).fault()).isEqualTo(Fault.MALFORMED);
    }

    @Test
    void saysWhereAFieldStandsTwice() {
        var text =
                example("late").replace("\"mess_version\"", "\n\"mess_type\":1,\"mess_version\"");

        assertThat(first(text).problem()).contains("Line ").contains("twice");
    }

    @Test
    void refusesFiftyLevels() {
        var text = "{\"a\":".repeat(50) + "1" + "}".repeat(50);

        assertThat(first(text).problem()).contains("nests deeper");
    }

    @Test
    void refusesAFieldItDoesNotKnow() {
        assertThat(
                        first(
                                example("late")
                                        .replace(
                                                "\"pers_dob\"",
                                                "\"pers_ethnicity\":1,\"pers_dob\"")))
                .extracting(Violation::pointer)
                .isEqualTo("/person/pers_ethnicity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pers_former_surname",
                "pers_former_upn",
                "addr_address_line",
                "addr_address_end_date"
            })
    void refusesWhoTheChildWasBeforeAndWhereItLived(String field) {
        var former = "\"%s\":\"Former\",\"pers_dob\"".formatted(field);

        assertThat(first(example("late").replace("\"pers_dob\"", former)).pointer())
                .isEqualTo("/person/" + field);
    }

    @Test
    void readsTheMarkOfAProtectedChild() {
        var marked =
                example("late")
                        .replace("\"pers_dob\"", "\"pers_protected_flag\":\"Y\",\"pers_dob\"");

        assertThat(((Arrival.Read) reader.read(arrival(marked, TEAM))).message().envelope().child())
                .returns(true, Child::protectedRecord);
    }

    @Test
    void tellsEveryCanonicalViolationInTheTermsOfTheFormat() {
        var text =
                example("late")
                        .replace("9990000018", "9990000019")
                        .replace("2026-05-20", "20 May 2026");

        assertThat(unread(text).violations())
                .extracting(Violation::pointer)
                .contains("/person/pers_common_child_id", "/advice/advi_exception/exce_start_date");
        assertThat(unread(text).violations().toString()).doesNotContain("20 May", "9990000019");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pers_upn | 9990000018 | This is an NHS number, not a UPN.",
                "pers_common_child_id | 9276308686 | This is a ULN, not an NHS number.",
                "pers_common_child_id | A950000178301 | This is a UPN, not an NHS number.",
                "pers_person_id | A950000178301 | There is a UPN in this reference."
            })
    void namesANumberInAnothersPlaceForWhatItIs(String field, String number, String words) {
        var text =
                example("late")
                        .replaceAll(
                                "\"%s\" : \"[^\"]*\"".formatted(field),
                                "\"%s\" : \"%s\"".formatted(field, number));

        assertThat(first(text))
                .returns("/person/" + field, Violation::pointer)
                .returns(words, Violation::problem);
    }

    @Test
    void takesANullAsAnAbsentField() {
        var text = example("late").replace("\"A950000178301\"", "null");

        assertThat(reader.read(arrival(text, TEAM))).isInstanceOf(Arrival.Read.class);
    }

    @Test
    void refusesATypeThatDoesNotComeIn() {
        assertThat(first(example("late").replace("advice-return", "plan-transfer")).pointer())
                .isEqualTo("/mess_type");
        assertThat(first("{}").pointer()).isEqualTo("/mess_type");
    }

    @Test
    void refusesWrongShapesWithoutBreaking() {
        assertThat(
                        unread(
                                        example("late")
                                                .replace(
                                                        "\"person\" : {",
                                                        "\"person\" : 5, \"other\" : {"))
                                .fault())
                .isEqualTo(Fault.INVALID);
        assertThat(
                        unread("{\"mess_type\":\"advice-return\",\"advice\":[[1]],\"documents\":7}")
                                .fault())
                .isEqualTo(Fault.INVALID);
    }

    @Test
    void refusesAMessageInSomebodyElsesName() {
        var result = reader.read(arrival(example("late"), new OrganisationCode("SVC:other")));

        assertThat(((Arrival.Unread) result).fault()).isEqualTo(Fault.FORBIDDEN);
    }

    private Violation first(String text) {
        var violation = unread(text).violations().getFirst();
        assertThat(violation.remedy()).isNotBlank();
        return violation;
    }

    private Arrival.Unread unread(String text) {
        var result = reader.read(arrival(text, TEAM));
        assertThat(result).isInstanceOf(Arrival.Unread.class);
        return (Arrival.Unread) result;
    }

    private static Arrival arrival(String text, OrganisationCode sender) {
        return new Arrival(
                sender,
                "ssd-json",
                "application/json",
                text.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH);
    }

    private static String example(String answer) {
        try {
            return Files.readString(
                    Path.of("mappings/social-care/examples/advice-return.from." + answer)
                            .resolve("input.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
