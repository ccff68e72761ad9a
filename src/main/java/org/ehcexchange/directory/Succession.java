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
    private final List<OrganisationCode> through = new ArrayList<>();
    private final Set<Organisation> ends = new LinkedHashSet<>();
    private boolean dead;

    Succession(Directory directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
    }

    Current of(OrganisationCode code) {
        return directory
                .find(code)
                .map(this::of)
                .orElseGet(
                        () ->
                                new Current.Nobody(
                                        code + " is not an organisation of the directory"));
    }

    private Current of(Organisation asked) {
        if (asked.isOpenOn(day)) {
            return new Current.Open(asked);
        }
        if (asked.opensOn() != null && day.isBefore(asked.opensOn())) {
            return new Current.Nobody(asked.code() + " does not open before " + asked.opensOn());
        }
        follow(asked);
        return end(asked);
    }

    private void follow(Organisation organisation) {
        if (organisation.isOpenOn(day)) {
            ends.add(organisation);
            return;
        }
        if (through.contains(organisation.code())) {
            return;
        }
        through.add(organisation.code());
        if (organisation.successors().isEmpty()) {
            dead = true;
        }
        organisation.successors().forEach(code -> directory.find(code).ifPresent(this::follow));
    }

    private Current end(Organisation asked) {
        if (ends.isEmpty()) {
            return new Current.Nobody(
                    asked.code() + " closed on " + asked.closesOn() + " and has no open successor");
        }
        if (ends.size() == 1 && !dead) {
            return new Current.Succeeded(ends.iterator().next(), through);
        }
        return new Current.Choice(List.copyOf(ends));
    }
}
