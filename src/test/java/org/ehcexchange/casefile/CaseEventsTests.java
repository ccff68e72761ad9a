package org.ehcexchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.casefile.CaseFiles.State;
import org.ehcexchange.clock.Clocks;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.disclosure.CaseEvent;
import org.ehcexchange.disclosure.CsvTable;
import org.ehcexchange.ledger.casesleft.CasesLeft.How;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The table of events: what a line says, and that what ships fits the rules.
class CaseEventsTests {

    private static final Rules RULES = Clocks.shipped();
    private static final CaseEvents TABLE =
            new CaseEvents(new CsvTable("/casefile/events.csv").lines(EventLine::read));

    @Test
    void shipsATableThatFitsTheRules() {
        assertThat(CaseEvents.SHIPPED.disagreements(RULES)).isEmpty();
        assertThat(CaseEvents.SHIPPED.words()).doesNotHaveDuplicates();
        assertThat(CaseEvents.SHIPPED.requested().starts())
                .containsExactly("decide", "no-plan", "final");
        assertThat(CaseEvents.SHIPPED.rules())
                .doesNotHaveDuplicates()
                .contains("decide", "draft", "review-report", "transfer", "tell-family");
    }

    @Test
    void meetsOrStopsInTheEndWhateverItStarts() {
        assertThat(CaseEvents.SHIPPED.rules())
                .allSatisfy(
                        rule ->
                                assertThat(CaseEvents.SHIPPED.lines())
                                        .as(rule)
                                        .anyMatch(
                                                line ->
                                                        line.meets().contains(rule)
                                                                || line.stops().contains(rule)));
    }

    @Test
    void readsEachColumnOfALine() {
        assertThat(TABLE.find("everything"))
                .contains(
                        new EventLine(
                                "everything",
                                CaseEvent.FINAL_PLAN,
                                List.of("transfer"),
                                List.of("final", "decide"),
                                List.of("no-plan"),
                                List.of("movedOn"),
                                State.CLOSED,
                                How.EXPORTED,
                                true));
    }

    @Test
    void readsAnEmptyColumnAsNothing() {
        EventLine nothing = TABLE.find("nothing").orElseThrow();

        assertThat(nothing)
                .isEqualTo(
                        new EventLine(
                                "nothing", null, List.of(), List.of(), List.of(), List.of(), null,
                                null, false));
        assertThat(nothing.ends()).isFalse();
    }

    @Test
    void endsWhatItMeetsOrLeavesWithoutAnObject() {
        assertThat(line("everything").ends()).isTrue();
        assertThat(line("meets").ends()).isTrue();
        assertThat(line("stops").ends()).isTrue();
        assertThat(line("starts").ends()).isFalse();
    }

    @Test
    void findsNoEventThatItDoesNotName() {
        assertThat(TABLE.find("nowhere")).isEmpty();
    }

    @Test
    void saysWhichRulesAndDaysAreMissing() {
        assertThat(TABLE.disagreements(RULES))
                .containsExactlyInAnyOrder(
                        "stops names the rule mood, which there is not",
                        "starts lacks a day that the rule transfer counts from");
    }

    private static EventLine line(String event) {
        return TABLE.find(event).orElseThrow();
    }
}
