package org.ehcexchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// What an event of a case does, and who must have been told of it.
class EventsIT {

    private static final String PARENTS = "{\"party\": \"parent\", \"words\": \"both, by letter\"}";
    private static final String COMMISSIONER = "{\"organisation\": \"ODS:QN1\"}";
    private static final String NEIGHBOURS = "{\"organisation\": \"ODS:QS1\"}";
    private static final String SOCIAL_CARE = "{\"organisation\": \"SVC:northshire-csc\"}";
    private static final String SCHOOL = "{\"organisation\": \"URN:900001\"}";

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
    void meetsTheClockOnceEverybodyWasTold() {
        String reference = house.opened();

        Answer answer = house.record(reference, house.example("event"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode effect = answer.json().at("/clocks/0");
        assertThat(effect.path("rule").asText()).isEqualTo("decide");
        assertThat(effect.path("what").asText()).isEqualTo("met");
        assertThat(effect.path("dueOn").asText()).isEqualTo("2026-06-15");
        JsonNode clock = house.clock(reference, "decide");
        assertThat(clock.path("state").asText()).isEqualTo("met");
        assertThat(clock.path("metOn").asText()).isEqualTo("2026-05-12");
        assertThat(clock.path("working").asText()).startsWith("/api/v1/clocks/");
        assertThat(house.auditDetail(reference))
                .contains("decided-to-assess", "ODS:QN1", "parent-or-young-person")
                .doesNotContain("by letter");
    }

    @Test
    void namesWhoeverWasLeftOutAndRecordsTheRefusal() {
        String reference = house.opened();

        Answer answer =
                house.record(
                        reference, event("decided-to-assess", "2026-05-12", PARENTS, SOCIAL_CARE));

        house.assertProblem(answer, 422, "not-lawful");
        assertThat(answer.json().findValuesAsText("problem"))
                .satisfiesExactlyInAnyOrder(
                        commissioner ->
                                assertThat(commissioner)
                                        .contains("ODS:QN1", "reg. 4(2)", "must be told"),
                        school ->
                                assertThat(school)
                                        .contains("school, college or early years setting"));
        assertThat(answer.json().findValuesAsText("remedy"))
                .anySatisfy(remedy -> assertThat(remedy).contains("Tell", "ODS:QN1"));
        assertThat(house.read(reference).path("records")).isEmpty();
        assertThat(house.clock(reference, "decide").has("metOn")).isFalse();
        assertThat(house.audited(reference)).endsWith("record-refused");
        assertThat(house.auditDetail(reference)).contains("ODS:QN1");
    }

    @Test
    void isNotSatisfiedWithAnotherCommissioner() {
        String reference = house.opened();

        Answer answer =
                house.record(
                        reference,
                        event("final-plan-issued", "2026-09-01", PARENTS, SCHOOL, NEIGHBOURS));

        house.assertProblem(answer, 422, "not-lawful");
        assertThat(answer.text()).contains("ODS:QS1", "ODS:QN1", "reg. 13(2)");
    }

    @Test
    void takesItsWordThatThereIsNoSchool() {
        String reference = house.opened();
        String withoutSchool =
                event("decided-to-assess", "2026-05-12", PARENTS, COMMISSIONER, SOCIAL_CARE);

        Answer silent = house.record(reference, withoutSchool);
        Answer said =
                house.record(
                        reference,
                        withoutSchool.replace(
                                "\"told\"",
                                "\"notApplicable\": [{\"recipient\": \"institution\","
                                        + " \"why\": \"Not yet at school\"}], \"told\""));

        house.assertProblem(silent, 422, "not-lawful");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
    }

    @Test
    void leadsACaseToItsFinalPlan() {
        String reference = house.opened();
        house.recorded(reference, house.example("event"));
        house.recorded(reference, event("draft-served", "2026-07-06", PARENTS));
        assertThat(house.clock(reference, "draft").path("dueOn").asText()).isEqualTo("2026-07-20");
        house.recorded(reference, event("views-given", "2026-07-13"));
        house.recorded(
                reference, event("final-plan-issued", "2026-09-28", PARENTS, SCHOOL, COMMISSIONER));

        assertThat(house.clock(reference, "draft").path("metOn").asText()).isEqualTo("2026-07-13");
        assertThat(house.clock(reference, "final").path("state").asText()).isEqualTo("met-late");
        assertThat(house.clock(reference, "no-plan").path("state").asText()).isEqualTo("stopped");
        assertThat(house.read(reference).at("/file/state").asText()).isEqualTo("open");
    }

    @Test
    void closesACaseInWhichThereIsToBeNoPlan() {
        String reference = house.opened();

        house.recorded(
                reference,
                event("decided-not-to-issue", "2026-08-20", PARENTS, SCHOOL, COMMISSIONER));

        assertThat(house.clock(reference, "no-plan").path("state").asText()).isEqualTo("met");
        assertThat(house.clock(reference, "final").path("state").asText()).isEqualTo("stopped");
        assertThat(house.read(reference).at("/file/state").asText()).isEqualTo("closed");
        assertThat(house.list("?state=closed").at("/cases/0/caseReference").asText())
                .isEqualTo(reference);
    }

    @Test
    void closesACaseThatWasExportedWithoutTellingAnybody() {
        String reference = house.opened();

        house.recorded(reference, event("exported", "2026-06-01"));

        assertThat(house.read(reference).at("/file/state").asText()).isEqualTo("closed");
        assertThat(house.clock(reference, "final").path("state").asText()).isEqualTo("stopped");
    }

    @Test
    void startsReviewsAnewEachYear() {
        String reference = house.opened();
        String[] all = {PARENTS, SCHOOL, SOCIAL_CARE, "{\"organisation\": \"ODS:RN1\"}"};
        house.recorded(reference, event("review-meeting", "2026-06-10", all));
        house.recorded(reference, event("review-decided", "2026-07-01", PARENTS));

        Answer next = house.record(reference, event("review-meeting", "2027-06-09", all));

        assertThat(next.status()).as(next.text()).isEqualTo(201);
        assertThat(next.json().path("clocks").findValuesAsText("dueOn"))
                .containsExactlyInAnyOrder("2027-05-26", "2027-06-23", "2027-07-07");
    }

    @Test
    void takesOnlyAReviewMeetingAheadOfItsDay() {
        Answer answer = house.record(house.opened(), event("draft-served", "2027-06-09", PARENTS));

        house.assertProblem(answer, 422, "invalid");
        assertThat(answer.text()).contains("still to come");
    }

    @Test
    void refusesWhatCannotHaveHappenedBeforeTheRequest() {
        String reference = house.opened();

        Answer early = house.record(reference, event("exported", "2026-05-03"));
        Answer other = house.record(reference, event("request-received", "2026-05-05"));

        house.assertProblem(early, 422, "invalid");
        assertThat(early.text()).contains("2026-05-04", "/on");
        house.assertProblem(other, 422, "invalid");
        assertThat(other.text()).contains("2026-05-04", "/on");
    }

    @Test
    void datesAFileThatHadNoDay() {
        String reference = house.fresh();
        house.calls().put(CaseHouse.HOME, "/api/v1/cases/" + reference, "{}");

        house.recorded(reference, event("request-received", "2026-05-04"));

        assertThat(house.read(reference).at("/file/assessmentRequestedOn").asText())
                .isEqualTo("2026-05-04");
        assertThat(house.clock(reference, "decide").path("dueOn").asText()).isEqualTo("2026-06-15");
    }

    @Test
    void countsFromTheFurtherDaysOfAnEvent() {
        String reference = house.opened();
        String leaving = event("moving-away", "2026-05-11");

        house.recorded(
                reference, leaving.replace("\"told\"", "\"movedOn\": \"2026-06-01\", \"told\""));

        assertThat(house.clock(reference, "transfer").path("dueOn").asText())
                .isEqualTo("2026-06-01");
    }

    @Test
    void saysWhyADayCannotBeWorkedOut() {
        String reference = house.fresh();
        house.calls().put(CaseHouse.HOME, "/api/v1/cases/" + reference, "{}");

        Answer answer = house.record(reference, event("draft-served", "2013-01-07", PARENTS));

        house.assertProblem(answer, 422, "invalid");
        assertThat(answer.json().findValuesAsText("pointer")).containsExactly("/on");
    }

    @Test
    void excusesAClockAndMovesNoDate() {
        String reference = house.opened();

        house.recorded(reference, absence("Away to care for a grandparent"));

        JsonNode clock = house.clock(reference, "final");
        assertThat(clock.path("state").asText()).isEqualTo("excused");
        assertThat(clock.path("dueOn").asText()).isEqualTo("2026-09-21");
        assertThat(house.auditDetail(reference))
                .contains("absent-4-weeks")
                .doesNotContain("grandparent");
    }

    @Test
    void refusesAWaitingListWithEveryReason() {
        String reference = house.opened();

        Answer answer =
                house.record(
                        reference,
                        absence("There is a waiting list").replace("2026-07-01", "2026-11-01"));

        house.assertProblem(answer, 422, "not-lawful");
        assertThat(answer.json().findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/reason", "/from");
        assertThat(answer.text()).contains("waiting list or backlog").doesNotContain("There is a");
        assertThat(house.read(reference).path("records")).isEmpty();
        assertThat(house.audited(reference)).endsWith("record-refused");
    }

    @Test
    void refusesASchoolClosureOutsideItsWindow() {
        String reference = house.opened();
        String closure = house.example("exemption");

        Answer inside = house.record(reference, closure);
        Answer outside =
                house.record(
                        reference,
                        house.example("exemption")
                                .replace(
                                        "\"adviceRequestedOn\": \"2026-07-20\"",
                                        "\"adviceRequestedOn\": \"2026-07-10\""));

        assertThat(inside.status()).as(inside.text()).isEqualTo(201);
        house.assertProblem(outside, 422, "not-lawful");
        assertThat(outside.json().findValuesAsText("pointer"))
                .containsExactly("/closure/adviceRequestedOn");
    }

    @Test
    void refusesAnExemptionWhereNothingRunsOrTheRuleHasNone() {
        String reference = house.opened();
        String absence = absence("Away");

        Answer nothing = house.record(reference, absence.replace("\"final\"", "\"draft\""));
        Answer none = house.record(reference, absence.replace("\"final\"", "\"decide\""));

        house.assertProblem(nothing, 422, "invalid");
        assertThat(nothing.json().findValuesAsText("pointer")).containsExactly("/rule");
        house.assertProblem(none, 422, "not-lawful");
        assertThat(none.json().findValuesAsText("pointer")).containsExactly("/exception");
    }

    private static String event(String event, String on, String... told) {
        return house.example("event")
                .replace("decided-to-assess", event)
                .replace("2026-05-12", on)
                .replaceAll(
                        "(?s)\"told\": \\[.*\\]", "\"told\": [" + String.join(", ", told) + "]");
    }

    private static String absence(String reason) {
        return house.example("exemption")
                .replace("school-closure", "absent-4-weeks")
                .replace("The head was asked for advice in the last week of term.", reason)
                .replace("2026-07-24", "2026-07-01")
                .replaceAll("(?s)\"to\": .*\\}\n\\}", "\"expectedBy\": \"2098-12-31\"\n}")
                .replaceAll("(?s)\"to\": .*\\}", "\"expectedBy\": \"2098-12-31\"\n}");
    }
}
