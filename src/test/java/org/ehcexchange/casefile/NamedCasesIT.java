package org.ehcexchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.running.Messages;
import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Whose case it is, and under what name it is reached.
class NamedCasesIT {

    private static final String BIRTH = "2017-03-14";

    @TempDir static Path folder;
    private static CaseHouse house;

    @BeforeAll
    static void start() {
        house = CaseHouse.start(folder);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void tellWhatIsOnRecordOfTheChildBeforeAnyRequest() {
        String reference = house.fresh();
        String other = house.fresh();

        Answer opened = name(reference, reference, BIRTH);
        house.recorded(reference, house.example("consent-given"));

        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.json().at("/child/is").asText()).isEqualTo("known");
        assertThat(name(reference, reference, BIRTH).status()).isEqualTo(200);
        assertThat(house.audited(reference)).contains("child-named").doesNotHaveDuplicates();
        Answer shown = showTo(other, reference);
        assertThat(shown.status()).as(shown.text()).isEqualTo(202);
    }

    /// A copy of the plan in one case, of the child of another.
    private static Answer showTo(String reference, String child) {
        return house.calls()
                .post(
                        CaseHouse.HOME,
                        "/api/v1/messages",
                        house.copy(child, "consent").replace(child, reference));
    }

    @Test
    void areHeldWhereTheChildIsInDoubtUntilAPersonSays() {
        String known = house.asked();
        String reference = house.fresh();

        Answer held = name(reference, known, "2017-03-15");

        assertThat(held.status()).as(held.text()).isEqualTo(201);
        assertThat(held.json().at("/child/is").asText()).isEqualTo("held");
        assertThat(held.json().at("/child/fields/0").asText()).isEqualTo("date of birth");
        assertThat(held.text()).doesNotContain("2017-03-1");
        JsonNode item = waiting(reference);
        assertThat(item.path("authority").asText()).isEqualTo(CaseHouse.HOME);
        assertThat(item.path("why").asText()).contains("date of birth");
        decide(item, "release");
        assertThat(house.read(reference).at("/file/child/is").asText()).isEqualTo("known");
        assertThat(house.read(reference).at("/file/child/fields")).isEmpty();
        house.assertProblem(tryDeciding(item, "reject"), 409, "not-possible");
        assertThat(childOnRecord(reference)).isEqualTo(childOnRecord(known));
        assertThat(house.auditDetail(reference)).contains("Checked").doesNotContain("2017-03-1");
    }

    @Test
    void staysWithoutAChildWhereAPersonSaysNo() {
        String reference = house.fresh();
        String known = house.asked();
        name(reference, known, "2017-03-15");

        decide(waiting(reference), "reject");

        assertThat(house.read(reference).at("/file/child/is").asText()).isEqualTo("not-said");
        name(reference, known, BIRTH);
        assertThat(house.read(reference).at("/file/child/is").asText()).isEqualTo("known");
    }

    @Test
    void leaveNothingHeldOnceTheChildIsNamedWithoutDoubt() {
        String reference = house.fresh();
        String known = house.asked();
        name(reference, known, "2017-03-15");
        JsonNode item = waiting(reference);

        name(reference, known, BIRTH);

        assertThat(house.read(reference).at("/file/child/is").asText()).isEqualTo("known");
        house.assertProblem(tryDeciding(item, "release"), 409, "not-possible");
    }

    @Test
    void areOneChildsOnly() {
        String reference = house.fresh();
        name(reference, reference, BIRTH);

        Answer other = name(reference, house.fresh(), BIRTH);
        Answer another = name(reference, house.asked(), BIRTH);

        house.assertProblem(other, 409, "conflict");
        house.assertProblem(another, 409, "conflict");
        assertThat(other.text()).contains("/child");
    }

    @Test
    void refuseAChildThatCannotBe() {
        String reference = house.fresh();

        Answer unborn = name(reference, reference, "2097-01-01");
        Answer old = name(reference, reference, "1990-01-01");
        Answer nobody =
                house.calls().put(CaseHouse.HOME, "/api/v1/cases/" + reference, "{\"child\": {}}");

        house.assertProblem(unborn, 422, "invalid");
        house.assertProblem(old, 422, "invalid");
        assertThat(old.text()).contains("/child/dateOfBirth");
        house.assertProblem(nobody, 422, "invalid");
        assertThat(nobody.text()).contains("/child/familyName");
        house.assertProblem(
                house.calls().get(CaseHouse.HOME, "/api/v1/cases/" + reference), 404, "not-found");
    }

    @Test
    void areReachedByAReferenceThatAPathCannotCarry() {
        String path = "/api/v1/cases/-?reference=" + encoded("EHC/2026/50%;\\x");

        Answer opened =
                house.calls()
                        .put(CaseHouse.HOME, path, "{\"assessmentRequestedOn\": \"2026-05-04\"}");
        Answer recorded =
                house.calls()
                        .post(
                                CaseHouse.HOME,
                                path.replace("-?", "-/records?"),
                                house.example("agreement"));

        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        JsonNode read = house.calls().get(CaseHouse.HOME, path).json();
        assertThat(read.at("/file/caseReference").asText()).isEqualTo("EHC/2026/50%;\\x");
        assertThat(read.path("records")).hasSize(1);
    }

    @Test
    void sayWhatToDoWithAReferenceThatAPathCannotCarry() {
        Answer slash = house.calls().get(CaseHouse.HOME, "/api/v1/cases/" + encoded("EHC/2026/50"));

        house.assertProblem(slash, 400, "malformed");
        assertThat(slash.text()).contains("/api/v1/cases/-?reference=");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Names the child of another case, born on this day.
    private static Answer name(String reference, String childOf, String birth) {
        int child = CaseHouse.childOf(childOf);
        return house.calls()
                .put(
                        CaseHouse.HOME,
                        "/api/v1/cases/" + reference,
                        """
                        {"child": {"reference": "NS-%d", "nhsNumber": "%s", "familyName": "Example",
                          "givenNames": ["Robin"], "dateOfBirth": "%s"}}
                        """
                                .formatted(child, Messages.nhsNumber(child).value(), birth));
    }

    private static JsonNode waiting(String reference) {
        JsonNode cases = house.calls().get(CaseHouse.HOME, "/api/v1/held").json().path("cases");
        for (JsonNode item : cases) {
            if (item.path("caseReference").asText().equals(reference)) {
                return item;
            }
        }
        throw new AssertionError(reference + " is not held: " + cases);
    }

    private static Answer tryDeciding(JsonNode item, String verdict) {
        return house.calls()
                .post(
                        CaseHouse.HOME,
                        "/api/v1/held/%s/%s".formatted(item.path("id").asText(), verdict),
                        "{\"reason\": \"Checked with the family\"}");
    }

    private static void decide(JsonNode item, String verdict) {
        Answer answer = tryDeciding(item, verdict);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Long childOnRecord(String reference) {
        return house.database()
                .sql("select child_id from case_file where case_reference = :reference")
                .param("reference", reference)
                .query(Long.class)
                .single();
    }
}
