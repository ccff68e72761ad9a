package org.ehcexchange.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.figures.Timeliness.Tally;
import org.ehcexchange.ledger.succession.Parties;
import org.ehcexchange.testing.TestDatabase;
import org.ehcexchange.testing.TestDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/// How advice kept to its time, counted by a real database.
class TimelinessTests {

    private static final OrganisationCode COUNCIL = new OrganisationCode("LA:998");
    private static final OrganisationCode TRUST = new OrganisationCode("ODS:RN1");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private final JdbcClient database = TestDatabase.freshClient();
    private final Timeliness timeliness =
            new Timeliness(
                    database,
                    new Parties(
                            TestDirectory.northshire(),
                            InstantSource.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC))));

    @BeforeEach
    void requests() {
        clock("2026-06-09", "2026-06-09", null, "met");
        clock("2026-06-09", "2026-06-10", null, "met-late");
        clock("2026-06-08", "2026-06-10", "missed-appointment", "met-late");
        clock("2026-06-09", null, null, "overdue");
        clock("2026-06-10", null, null, "due-soon");
        clock("2026-06-30", null, null, "running");
        clock("2026-06-12", null, null, "stopped");
        clock("2026-05-31", "2026-05-01", null, "met");
        clock("2026-07-01", null, null, "running");
    }

    @Test
    void countsInTimeLateExcusedAndWaitingByTheMonthOfTheDueDay() {
        assertThat(timeliness.tallies(COUNCIL, JUNE, JUNE.plusMonths(1), TODAY))
                .containsExactly(new Tally(JUNE, "medical", TRUST, 1, 3, 1, 2));
    }

    @Test
    void countsAMonthsFirstAndLastDayInThatMonthAlone() {
        List<Tally> months =
                timeliness.tallies(COUNCIL, JUNE.minusMonths(1), JUNE.plusMonths(2), TODAY);

        assertThat(months)
                .extracting(Tally::month)
                .containsExactly(JUNE.minusMonths(1), JUNE, JUNE.plusMonths(1));
        assertThat(months.getFirst().onTime()).isOne();
    }

    @Test
    void showsTheAdviserWhatItWasAskedAndOthersNothing() {
        assertThat(timeliness.tallies(TRUST, JUNE, JUNE.plusMonths(1), TODAY)).hasSize(1);
        assertThat(
                        timeliness.tallies(
                                new OrganisationCode("LA:999"), JUNE, JUNE.plusMonths(1), TODAY))
                .isEmpty();
    }

    @Test
    void listsWhatCanStillComeInTimeTheFirstDueFirst() {
        assertThat(timeliness.waiting(COUNCIL, TODAY, 2))
                .extracting(Timeliness.Waiting::dueOn)
                .containsExactly(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 30));
    }

    private void clock(
            String dueOn, @Nullable String metOn, @Nullable String excusedBy, String state) {
        database.sql(
                        """
                        with c as (
                          insert into conversation (id, kind, authority, adviser, case_reference, advice_type, state,
                            revision, opened_at, changed_at, request_id)
                          values (gen_random_uuid(), 'advice', 'LA:998', 'ODS:RN1', 'EHC-1', 'medical', 'requested',
                            1, now(), now(), gen_random_uuid())
                          returning id)
                        insert into running_clock (conversation_id, authority, case_reference, rule, version,
                          working_id, provision, owed_by, bound, started_on, due_soon_on, due_on, reminders,
                          met_on, excused_by, state, since, advice_type)
                        select id, 'LA:998', 'EHC-1', 'advice-return', 1, gen_random_uuid(), 'reg. 8', 'ODS:RN1',
                          'deadline', cast(:dueOn as date) - 42, cast(:dueOn as date) - 7, cast(:dueOn as date), '{}',
                          cast(:metOn as date), :excusedBy, :state, cast(:dueOn as date), 'medical' from c
                        """)
                .param("dueOn", dueOn)
                .param("metOn", metOn)
                .param("excusedBy", excusedBy)
                .param("state", state)
                .update();
    }
}
