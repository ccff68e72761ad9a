package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.figures.Timeliness.Tally;
import org.junit.jupiter.api.Test;

import java.time.YearMonth;
import java.util.List;

/// The figures of timeliness, and how they are written.
class PunctualityTests {

    private static final Tally MEDICAL = tally("medical", 3, 1, 1);
    private static final Tally EDUCATIONAL = tally("educational", 0, 0, 4);

    private static Tally tally(String type, long onTime, long late, long waiting) {
        return new Tally(
                YearMonth.of(2026, 6),
                type,
                new OrganisationCode("ODS:RN1"),
                onTime,
                late,
                0,
                waiting);
    }

    @Test
    void isAShareOfWhatWasDecidedAndNothingOfWhatIsWaitedFor() {
        assertThat(Punctuality.of("All", List.of(MEDICAL, EDUCATIONAL)).share()).isEqualTo("75%");
        assertThat(Punctuality.of("None yet", List.of(EDUCATIONAL)).share()).isEqualTo("–");
    }

    @Test
    void groupsInTheOrderOfTheNames() {
        assertThat(Punctuality.by(List.of(MEDICAL, EDUCATIONAL, MEDICAL), Tally::adviceType))
                .containsExactly(
                        new Punctuality("educational", 0, 0, 0, 4),
                        new Punctuality("medical", 6, 2, 0, 2));
    }

    @Test
    void expectsLittleFromLittleExperience() {
        assertThat(new Punctuality("new", 0, 0, 0, 1).risk()).isEqualTo(0.5);
        assertThat(new Punctuality("late once", 0, 1, 0, 0).risk()).isBetween(0.6, 0.7);
        assertThat(new Punctuality("always in time", 98, 0, 0, 0).risk()).isEqualTo(0.01);
    }

    @Test
    void drawsAFullBarForAllInTime() {
        assertThat(Bar.of(List.of(new Punctuality("Jun 26", 5, 0, 0, 0))))
                .containsExactly(new Bar(8, 20, 44, 100, "Jun 26", "100%"));
    }

    @Test
    void writesNoFormulaAndNoBrokenLineIntoASpreadsheet() {
        assertThat(
                        Csv.punctuality(
                                "Body",
                                List.of(new Punctuality("=cmd|' /C calc', \"Trust\"", 1, 0, 0, 2))))
                .isEqualTo(
                        """
                        Body,OnTime,Late,LateExcused,Waiting,ShareOnTime\r
                        "'=cmd|' /C calc', ""Trust""\",1,0,0,2,100\r
                        """);
    }
}
