package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Follows closed organisations to whoever stands for them on one day.
final class Succession {

    private final Directory directory;
    private final LocalDate day;
    private final List<Organisation> through = new ArrayList<>();
    private final Set<Organisation> ends = new LinkedHashSet<>();
    private final Set<Organisation> deadEnds = new LinkedHashSet<>();

    Succession(Directory directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
    }

    Current of(OrganisationCode code) {
        return directory.find(code).map(this::of).orElseGet(() -> unknown(code));
    }

    private static Current unknown(OrganisationCode code) {
        return new Current.Nobody(
                code + " is not in the directory",
                "check the code; ask the exchange's operator to add the organisation");
    }

    private Current of(Organisation asked) {
        if (asked.isOpenOn(day)) {
            return new Current.Open(asked);
        }
        if (opensLater(asked)) {
            return new Current.Nobody(
                    asked.code() + " does not open before " + asked.opensOn(), untilThen(asked));
        }
        follow(asked);
        return end(asked);
    }

    private boolean opensLater(Organisation organisation) {
        return organisation.opensOn() != null && day.isBefore(organisation.opensOn());
    }

    private String untilThen(Organisation asked) {
        List<Organisation> before =
                directory.all().stream()
                        .filter(organisation -> organisation.successors().contains(asked.code()))
                        .filter(organisation -> organisation.isOpenOn(day))
                        .toList();
        return before.isEmpty()
                ? "send it from that day on, or to the body that is responsible today"
                : "until then send it to " + Current.named(before);
    }

    private void follow(Organisation organisation) {
        if (organisation.isOpenOn(day)) {
            ends.add(organisation);
            return;
        }
        if (through.contains(organisation)) {
            return;
        }
        if (organisation.successors().isEmpty() || opensLater(organisation)) {
            deadEnds.add(organisation);
        }
        if (!opensLater(organisation)) {
            through.add(organisation);
            organisation.successors().forEach(code -> directory.find(code).ifPresent(this::follow));
        }
    }

    private Current end(Organisation asked) {
        if (ends.isEmpty()) {
            return new Current.Nobody(
                    Current.closing(asked) + " and has no open successor", without(asked));
        }
        if (ends.size() == 1 && deadEnds.isEmpty()) {
            return new Current.Succeeded(ends.iterator().next(), through);
        }
        return new Current.Choice(asked, List.copyOf(ends));
    }

    private String without(Organisation asked) {
        deadEnds.remove(asked);
        return deadEnds.isEmpty()
                ? "send it to the body that has taken over its duties"
                : "send it to the body that is responsible now; not open on %s: %s"
                        .formatted(day, Current.named(List.copyOf(deadEnds)));
    }
}
