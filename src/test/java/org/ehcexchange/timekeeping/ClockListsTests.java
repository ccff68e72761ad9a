package org.ehcexchange.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.timekeeping.ClockHouse.CLOSED;
import static org.ehcexchange.timekeeping.ClockHouse.COUNCIL;
import static org.ehcexchange.timekeeping.ClockHouse.MERGED;
import static org.ehcexchange.timekeeping.ClockHouse.RULE;
import static org.ehcexchange.timekeeping.ClockHouse.TRUST;
import static org.ehcexchange.timekeeping.ClockHouse.conversation;
import static org.ehcexchange.timekeeping.ClockHouse.day;
import static org.ehcexchange.timekeeping.ClockHouse.sixWeeks;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.timekeeping.ClockLists.Page;
import org.ehcexchange.timekeeping.ClockLists.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// Which clocks a body finds, and that it finds them along an index.
class ClockListsTests {

    private static final OrganisationCode NEIGHBOUR = new OrganisationCode("LA:999");
    private static final OrganisationCode SCHOOL = new OrganisationCode("URN:900001");
    private static final LocalDate RECEIVED = day("2026-07-15");
    private static final Query ALL = new Query(null, null, null, null, 50);
    private static final ClockHouse HOUSE = new ClockHouse();
    private static final ClockHouse MANY = many();

    private final ClockHouse house = HOUSE;

    /// Fifty thousand clocks of two authorities, in every state.
    private static ClockHouse many() {
        ClockHouse house = new ClockHouse();
        house.database
                .sql(
                        """
                        insert into running_clock (conversation_id, authority, case_reference, rule, version,
                          working_id, provision, owed_by, owed_to, bound, started_on, due_soon_on, due_on,
                          reminders, state, since, turns_on)
                        select md5(n::text)::uuid, case when n % 5 = 0 then 'LA:999' else 'LA:998' end, 'EHC-' || n,
                          (array['advice-return', 'decide', 'final', 'no-plan'])[1 + n / 7 % 4], 1,
                          gen_random_uuid(), 'reg. 8(1)', 'ODS:R' || n % 37, 'LA:998', 'deadline',
                          d, d + 35, d + 42, array[d + 28, d + 35],
                          (array['running', 'due-soon', 'overdue', 'met', 'met-late', 'excused'])[1 + n / 3 % 6],
                          d, case when n / 3 % 6 < 2 then d + 43 end
                        from (select n, date '2025-01-01' + n % 499 as d from generate_series(1, 50000) n) s
                        """)
                .update();
        house.database.sql("analyze running_clock").update();
        return house;
    }

    @Test
    void showsAnAuthorityItsOwnAndAnotherBodyWhatItOwes() {
        RunningClock clock = house.start(conversation(), RECEIVED);

        assertThat(house.lists.page(COUNCIL, ALL).clocks()).contains(clock);
        assertThat(house.lists.page(TRUST, ALL).clocks()).contains(clock);
        assertThat(house.lists.page(NEIGHBOUR, ALL).clocks()).isEmpty();
        assertThat(house.lists.find(TRUST, clock.id())).contains(clock);
        assertThat(house.lists.find(NEIGHBOUR, clock.id())).isEmpty();
        assertThat(house.lists.find(COUNCIL, UUID.randomUUID())).isEmpty();
    }

    @Test
    void hidesFromABodyWhatAnotherOwesToTheSameAuthority() {
        RunningClock clock = house.start(conversation(), RECEIVED);

        assertThat(house.lists.page(SCHOOL, of(null, TRUST, null)).clocks()).isEmpty();
        assertThat(house.lists.page(TRUST, of(null, TRUST, null)).clocks()).contains(clock);
        assertThat(house.lists.page(COUNCIL, of(null, TRUST, null)).clocks()).contains(clock);
        assertThat(house.lists.page(COUNCIL, of(null, SCHOOL, null)).clocks()).isEmpty();
    }

    @Test
    void showsABodyTheClocksOfTheOneItTookOverFrom() {
        Subject.Case whole = new Subject.Case(CLOSED, new CaseReference("EHC-1"));
        RunningClock clock =
                house.timekeeper
                        .start(
                                List.of(new Start(whole, CLOSED, null, sixWeeks(RECEIVED))),
                                RECEIVED)
                        .getFirst();

        assertThat(house.lists.page(MERGED, ALL).clocks()).containsExactly(clock);
        assertThat(house.lists.page(MERGED, of(null, MERGED, RULE)).clocks())
                .containsExactly(clock);
        assertThat(house.lists.page(MERGED, after(clock)).clocks()).isEmpty();
        assertThat(house.lists.find(MERGED, clock.id())).contains(clock);
        assertThat(house.lists.find(CLOSED, clock.id())).contains(clock);
        assertThat(house.lists.page(COUNCIL, of(null, MERGED, null)).clocks()).isEmpty();
    }

    @Test
    void narrowsByStateAndRule() {
        RunningClock clock = house.start(conversation(), RECEIVED);

        assertThat(house.lists.page(COUNCIL, of(ClockState.RUNNING, null, RULE)).clocks())
                .contains(clock);
        assertThat(house.lists.page(COUNCIL, of(ClockState.OVERDUE, null, RULE)).clocks())
                .isEmpty();
        assertThat(house.lists.page(COUNCIL, of(null, null, "decide")).clocks()).isEmpty();
    }

    @Test
    void pagesThroughWhatIsDueFirstWithoutMissingOrDoubling() {
        OrganisationCode authority = new OrganisationCode("LA:997");
        for (int i = 0; i < 7; i++) {
            Subject.Case whole = new Subject.Case(authority, new CaseReference("EHC-" + i));
            house.timekeeper.start(
                    List.of(
                            new Start(
                                    whole,
                                    authority,
                                    null,
                                    sixWeeks(RECEIVED.plusDays(i == 3 ? 2 : i)))),
                    RECEIVED);
        }
        List<RunningClock> seen = new ArrayList<>();
        Page page = house.lists.page(authority, new Query(null, null, null, null, 3));
        seen.addAll(page.clocks());
        while (page.next() != null) {
            page = house.lists.page(authority, new Query(null, null, null, page.next(), 3));
            seen.addAll(page.clocks());
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(seen).extracting(clock -> clock.term().dueOn()).isSorted();
        assertThat(house.lists.page(NEIGHBOUR, after(seen.getFirst())).clocks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LA:998, ODS:R7, 'overdue', 'final'",
        "LA:998, ODS:R7, 'overdue',",
        "LA:998, ODS:R7, 'running,due-soon,overdue,met,met-late,excused',",
        "LA:998, , 'overdue', 'final'",
        "LA:998, , 'overdue',",
        "LA:998, , 'running,due-soon,overdue,met,met-late,excused', 'final'",
        "LA:998, , 'running,due-soon,overdue,met,met-late,excused',",
        "ODS:R7, , 'running,due-soon,overdue,met,met-late,excused',",
        "ODS:R7, , 'met-late',"
    })
    void findsEveryListAlongAnIndex(
            String caller, @Nullable String body, String states, @Nullable String rule) {
        String plan =
                String.join(
                        "\n",
                        MANY.database
                                .sql(
                                        "explain (analyze, timing off, summary off) "
                                                + (body == null
                                                        ? ClockLists.OF_CALLER
                                                        : ClockLists.OF_BODY))
                                .param("callers", caller)
                                .param("bodies", body)
                                .param("states", states)
                                .param("rule", rule)
                                .param("dueOn", day("2025-06-01"))
                                .param("after", new UUID(0, 0))
                                .param("limit", 51)
                                .query(String.class)
                                .list());

        assertThat(plan).contains("running_clock_by_").doesNotContain("Seq Scan on running_clock");
        assertThat(removed(plan)).as(plan).isLessThan(2000);
    }

    /// How many rows were read for nothing.
    private static long removed(String plan) {
        return Pattern.compile("Rows Removed by Filter: (\\d+)")
                .matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "select * from running_clock where turns_on <= date '2025-03-01' order by turns_on limit"
                + " 500, running_clock_turning",
        "select * from running_clock where rule = 'final' and reminds_on <= date '2025-02-01' order"
                + " by reminds_on limit 200, running_clock_reminding",
        "select * from running_clock where conversation_id = md5('7')::uuid and rule = 'final',"
                + " running_clock_of_conversation"
    })
    void findsWhatIsToBeDoneAlongAnIndex(String sql, String index) {
        String plan =
                String.join("\n", MANY.database.sql("explain " + sql).query(String.class).list());

        assertThat(plan).contains(index).doesNotContain("Seq Scan");
    }

    private static Query of(
            @Nullable ClockState state, @Nullable OrganisationCode body, @Nullable String rule) {
        return new Query(state, body, rule, null, 50);
    }

    private static Query after(RunningClock clock) {
        return new Query(null, null, null, clock.id(), 50);
    }
}
