package org.ehcexchange.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.timekeeping.ClockHouse.COUNCIL;
import static org.ehcexchange.timekeeping.ClockHouse.RULE;
import static org.ehcexchange.timekeeping.ClockHouse.TRUST;
import static org.ehcexchange.timekeeping.ClockHouse.day;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.UUID;

import javax.sql.DataSource;

/// The clocks of an exchange that ran before clocks had a table: none is lost, none moved.
class MovedClocksTests {

    private static final LocalDate RECEIVED = day("2026-07-15");
    private static final LocalDate DUE = day("2026-08-26");
    private static final UUID RUNNING = new UUID(0, 1);
    private static final UUID REMINDED = new UUID(0, 2);
    private static final UUID MET = new UUID(0, 3);
    private static final UUID MET_LATE = new UUID(0, 4);
    private static final UUID EXCUSED = new UUID(0, 5);
    private static final UUID WITHDRAWN = new UUID(0, 6);
    private static final UUID NOT_RECEIVED = new UUID(0, 7);

    private static final DataSource SOURCE = TestDatabase.at(22);
    private static final JdbcClient BEFORE = JdbcClient.create(SOURCE);
    private static final ClockHouse HOUSE = new ClockHouse(SOURCE);

    @BeforeAll
    static void fillAndMove() {
        received(RUNNING, "requested", "");
        received(REMINDED, "acknowledged", ", reminders_sent = 1");
        received(MET, "provided", ", met_on = '2026-08-26'");
        received(MET_LATE, "declined", ", met_on = '2026-08-27'");
        received(
                EXCUSED,
                "late",
                """
                , expected_by = '2026-09-20', exception = '{"kind":"absent-4-weeks","reason":"Abroad",
                  "from":"2026-07-20","to":"2026-09-10","author":"Designated Health Officer"}'
                """);
        received(WITHDRAWN, "withdrawn", ", changed_at = '2026-08-01T23:30:00Z'");
        open(NOT_RECEIVED, "requested");
        Flyway.configure().dataSource(SOURCE).load().migrate();
    }

    private static void open(UUID id, String state) {
        BEFORE.sql(
                        """
                        insert into conversation (id, authority, adviser, case_reference, advice_type, state,
                          revision, opened_at, changed_at, request_id)
                        values (:id, 'LA:998', 'ODS:RN1', 'EHC-2026-0001', 'medical', :state,
                          1, '2026-07-14T09:00:00Z', '2026-08-20T09:00:00Z', gen_random_uuid())
                        """)
                .param("id", id)
                .param("state", state)
                .update();
    }

    private static void received(UUID id, String state, String more) {
        open(id, state);
        BEFORE.sql(
                        """
                        update conversation set received_on = '2026-07-15', due_on = '2026-08-26',
                          rule = 'advice-return@1', provision = 'SEND Regulations 2014, reg. 8(1)',
                          first_reminder_on = '2026-08-12', second_reminder_on = '2026-08-19'
                        """
                                + more
                                + " where id = :id")
                .param("id", id)
                .update();
    }

    @Test
    void keepTheirDates() {
        assertThat(clock(RUNNING).term()).isEqualTo(ClockHouse.sixWeeks(RECEIVED).term());
        assertThat(clock(RUNNING).provision()).isEqualTo("SEND Regulations 2014, reg. 8(1)");
        assertThat(clock(RUNNING).owedBy()).isEqualTo(TRUST);
        assertThat(clock(RUNNING).owedTo()).isEqualTo(COUNCIL);
        assertThat(clock(MET).course().metOn()).isEqualTo(DUE);
    }

    @Test
    void standAsTheyStood() {
        assertThat(clock(RUNNING).state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock(MET).state()).isEqualTo(ClockState.MET);
        assertThat(clock(MET_LATE).state()).isEqualTo(ClockState.MET_LATE);
        assertThat(clock(MET_LATE).since()).isEqualTo(day("2026-08-27"));
        assertThat(clock(WITHDRAWN).state()).isEqualTo(ClockState.STOPPED);
        assertThat(clock(WITHDRAWN).since()).isEqualTo(day("2026-08-02"));
        assertThat(HOUSE.timekeeper.of(new ConversationId(NOT_RECEIVED))).isEmpty();
    }

    @Test
    void catchUpWithTheFirstLook() {
        HOUSE.transaction.executeWithoutResult(
                status -> {
                    status.setRollbackOnly();
                    HOUSE.tick.turn(day("2026-09-01"));
                    assertCaughtUp();
                });
    }

    private static void assertCaughtUp() {
        assertThat(clock(RUNNING).state()).isEqualTo(ClockState.OVERDUE);
        assertThat(clock(EXCUSED).state()).isEqualTo(ClockState.EXCUSED);
        assertThat(clock(EXCUSED).since()).isEqualTo(day("2026-08-27"));
        assertThat(clock(EXCUSED).excusedBy()).isEqualTo("absent-4-weeks");
        assertThat(clock(EXCUSED).excuses().getFirst().until()).isEqualTo(day("2026-09-20"));
    }

    @Test
    void areRemindedOfNothingTwice() {
        assertThat(HOUSE.reminders.due(RULE, day("2026-08-12"), 10))
                .extracting(due -> due.conversation().value())
                .contains(RUNNING)
                .doesNotContain(REMINDED, MET, WITHDRAWN);
    }

    @Test
    void showTheirWorkingDayByDay() {
        JsonNode working = HOUSE.lists.working(clock(RUNNING));

        assertThat(clock(MET).workingId()).isEqualTo(clock(RUNNING).workingId());
        assertThat(working.at("/events/receivedOn").asText()).isEqualTo("2026-07-15");
        assertThat(working.at("/limbs/0/days")).hasSize(43);
        assertThat(working.at("/limbs/0/days/42/date").asText()).isEqualTo("2026-08-26");
        assertThat(working.at("/limbs/0/days/42/number").asInt()).isEqualTo(42);
    }

    private static RunningClock clock(UUID conversation) {
        return HOUSE.timekeeper.find(
                new Subject.Conversation(
                        new ConversationId(conversation),
                        COUNCIL,
                        new CaseReference("EHC-2026-0001")),
                RULE);
    }
}
