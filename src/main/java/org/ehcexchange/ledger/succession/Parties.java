package org.ehcexchange.ledger.succession;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Current;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.timekeeping.StandsFor;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/// Whose part an organisation plays in the record: its own, and that of the closed bodies it stands
/// for.
///
/// The record keeps who took part at the time; who may read and answer follows the directory of the
/// day.
@Component
public class Parties implements StandsFor {

    private final Directory directory;
    private final InstantSource clock;

    public Parties(Directory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /// The codes under which the record may know the caller today.
    public Set<String> of(OrganisationCode caller) {
        return codes(caller).stream().map(OrganisationCode::value).collect(Collectors.toSet());
    }

    @Override
    public Set<OrganisationCode> codes(OrganisationCode body) {
        return codes(body, LondonDay.of(clock.instant()));
    }

    /// The same as of a day.
    public Set<OrganisationCode> codes(OrganisationCode body, LocalDate day) {
        return directory.standsFor(body, day);
    }

    /// The codes of all who are one body with this one today, whether it took over or was taken
    /// over.
    public Set<OrganisationCode> oneWith(OrganisationCode body) {
        return codes(today(body.value()));
    }

    /// Who answers for a body of the record today; itself where nobody alone does.
    public OrganisationCode today(String recorded) {
        OrganisationCode code = new OrganisationCode(recorded);
        return directory.current(code, LondonDay.of(clock.instant()))
                        instanceof Current.Succeeded succeeded
                ? succeeded.organisation().code()
                : code;
    }

    /// The closed bodies for which nobody alone answers today: a person must say who does.
    public Set<String> stranded() {
        LocalDate today = LondonDay.of(clock.instant());
        return directory.all().stream()
                .map(Organisation::code)
                .filter(code -> isStranded(directory.current(code, today)))
                .map(OrganisationCode::value)
                .collect(Collectors.toSet());
    }

    private static boolean isStranded(Current current) {
        return switch (current) {
            case Current.Open open -> false;
            case Current.Succeeded succeeded -> false;
            case Current.Choice choice -> true;
            case Current.Nobody nobody -> true;
        };
    }
}
