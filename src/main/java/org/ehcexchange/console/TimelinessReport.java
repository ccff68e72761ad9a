package org.ehcexchange.console;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.figures.Timeliness;
import org.ehcexchange.ledger.figures.Timeliness.Tally;
import org.ehcexchange.ledger.figures.Timeliness.Waiting;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The last twelve months in figures, and what they let one expect of what is still waited for.
@Component
class TimelinessReport {

    private static final int MONTHS = 12;
    private static final int WAITING = 50;
    private static final double LIKELY = 0.5;
    private static final double POSSIBLE = 0.25;

    private final Timeliness timeliness;
    private final Names names;

    TimelinessReport(Timeliness timeliness, Names names) {
        this.timeliness = timeliness;
        this.names = names;
    }

    /// @param months this month and the eleven before, the oldest first
    record Year(
            Punctuality all,
            List<Punctuality> months,
            List<Punctuality> types,
            List<Punctuality> bodies,
            List<Tally> tallies) {
        Year {
            months = List.copyOf(months);
            types = List.copyOf(types);
            bodies = List.copyOf(bodies);
            tallies = List.copyOf(tallies);
        }
    }

    /// A request that is waited for, and how likely it is late.
    ///
    /// @param because what that is concluded from
    record Expected(
            String caseReference,
            String path,
            String adviceType,
            String body,
            String dueOn,
            String left,
            Words.Tag tag,
            String because,
            double risk) {}

    Year year(OrganisationCode viewer) {
        YearMonth now = YearMonth.from(names.today());
        YearMonth from = now.minusMonths(MONTHS - 1L);
        List<Tally> tallies = timeliness.tallies(viewer, from, now.plusMonths(1), names.today());
        return new Year(
                Punctuality.of("All", tallies),
                Stream.iterate(from, month -> !month.isAfter(now), month -> month.plusMonths(1))
                        .map(month -> ofMonth(month, tallies))
                        .toList(),
                Punctuality.by(tallies, tally -> Words.plain(tally.adviceType())),
                Punctuality.by(tallies, tally -> names.of(tally.adviser())),
                tallies);
    }

    private static Punctuality ofMonth(YearMonth month, List<Tally> tallies) {
        return Punctuality.of(
                Words.month(month),
                tallies.stream().filter(tally -> tally.month().equals(month)).toList());
    }

    /// The likeliest to be late first.
    List<Expected> forecast(OrganisationCode viewer, Year year) {
        LocalDate today = names.today();
        return timeliness.waiting(viewer, today, WAITING).stream()
                .map(waiting -> expected(waiting, year, today))
                .sorted(Comparator.comparingDouble(Expected::risk).reversed())
                .toList();
    }

    private Expected expected(Waiting waiting, Year year, LocalDate today) {
        Punctuality before =
                Punctuality.of(
                        names.of(waiting.adviser()),
                        year.tallies().stream()
                                .filter(tally -> tally.adviser().equals(waiting.adviser()))
                                .filter(tally -> tally.adviceType().equals(waiting.adviceType()))
                                .toList());
        CaseReference reference = waiting.caseReference();
        return new Expected(
                reference == null ? "" : reference.value(),
                "/conversations/" + waiting.conversation(),
                Words.plain(waiting.adviceType()),
                before.of(),
                Words.day(waiting.dueOn()),
                Words.left(waiting.dueOn(), today, null),
                tag(before.risk()),
                "%d of its last %d were late".formatted(before.late(), before.decided()),
                before.risk());
    }

    private static Words.Tag tag(double risk) {
        if (risk >= LIKELY) {
            return new Words.Tag("Likely late", "red");
        }
        return risk >= POSSIBLE
                ? new Words.Tag("Possibly late", "yellow")
                : new Words.Tag("Probably in time", "green");
    }
}
