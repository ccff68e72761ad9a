package org.ehcexchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.testing.Calls.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Whom the law wants told, asked over HTTP before anybody is.
class MessagePlansIT {

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
    void passesAPlanThatTellsEverybody() {
        Answer answer = check(CaseHouse.text("message-plan"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("event").asText()).isEqualTo("final-plan");
        assertThat(answer.json().path("on").asText()).isEqualTo("2026-05-12");
        assertThat(answer.json().path("mustBeTold").findValuesAsText("who"))
                .containsExactly("parent-or-young-person", "institution", "health-commissioner");
        assertThat(answer.json().path("mustBeTold").findValuesAsText("name"))
                .contains("Organisation ODS:QN1 (ODS:QN1)");
        assertThat(answer.json().path("mustBeTold").findValuesAsText("provision"))
                .containsOnly("SEND Regulations 2014, reg. 13(2)");
    }

    @Test
    void refusesAPlanThatLeavesOneOutWithItsName() {
        Answer answer = check(CaseHouse.text("message-plan").replace("ODS:QN1", "ODS:QS1"));

        house.assertProblem(answer, 422, "not-lawful");
        assertThat(answer.json().at("/violations/0/pointer").asText()).isEqualTo("/told");
        assertThat(answer.text())
                .contains(
                        "Organisation ODS:QN1 (ODS:QN1)", "must be told", "ODS:QS1", "reg. 13(2)");
        assertThat(refusals()).contains("health-commissioner").doesNotContain("letter");
    }

    private static String refusals() {
        return house.database()
                .sql("select detail::text from audit where act = 'message-plan-refused'")
                .query(String.class)
                .list()
                .toString();
    }

    @Test
    void countsToTodayWhereNoDayIsSaid() {
        Answer answer =
                check(
                        """
                        {"event": "draft-plan", "told": [{"party": "young-person"}]}
                        """);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("on").asText()).matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    }

    @Test
    void saysEverythingThatCannotBeRead() {
        Answer answer = check("{\"event\": \"a-party\", \"told\": [{}], \"mood\": \"good\"}");

        house.assertProblem(answer, 422, "invalid");
        assertThat(answer.json().findValuesAsText("pointer"))
                .contains("/event", "/told/0/organisation", "/mood");
        house.assertProblem(check("[]"), 400, "malformed");
    }

    @Test
    void isForAuthorities() {
        Answer answer =
                house.calls()
                        .post(
                                CaseHouse.TRUST,
                                "/api/v1/message-plans/check",
                                CaseHouse.text("message-plan"));

        house.assertForbidden(answer);
    }

    private static Answer check(String json) {
        return house.calls().post(CaseHouse.HOME, "/api/v1/message-plans/check", json);
    }
}
