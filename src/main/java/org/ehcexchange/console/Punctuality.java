package org.ehcexchange.console;

import org.ehcexchange.ledger.figures.Timeliness.Tally;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How many of some requests were answered in time.
///
/// @param of what they have in common, such as a month or a body
record Punctuality(String of, long onTime, long late, long excused, long waiting) {

    static Punctuality of(String name, Collection<Tally> tallies) {
        return new Punctuality(
                name,
                tallies.stream().mapToLong(Tally::onTime).sum(),
                tallies.stream().mapToLong(Tally::late).sum(),
                tallies.stream().mapToLong(Tally::excused).sum(),
                tallies.stream().mapToLong(Tally::waiting).sum());
    }

    /// One a group, in the order of the groups' names.
    static List<Punctuality> by(List<Tally> tallies, Function<Tally, String> group) {
        Map<String, List<Tally>> groups =
                tallies.stream()
                        .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(one -> of(one.getKey(), one.getValue())).toList();
    }

    long decided() {
        return onTime + late;
    }

    /// Whole percent; "–" where nothing was due yet.
    public String share() {
        return decided() == 0 ? "–" : percent() + "%";
    }

    long percent() {
        return decided() == 0 ? 0 : Math.round(100.0 * onTime / decided());
    }

    /// How likely the next is late, going by these: counted as if one more had been late and one
    /// more in time, so that little experience says little (Laplace's rule of succession).
    double risk() {
        return (late + 1.0) / (decided() + 2.0);
    }
}
