package org.ehcexchange.access;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.DirectorySettings;
import org.ehcexchange.directory.Organisation;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The organisations that may call, read from the directory at every call.
@Component
class Callers {

    static final String HOME = "HOME";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Directory directory;
    private final DirectorySettings settings;
    private final InstantSource clock;

    Callers(Directory directory, DirectorySettings settings, InstantSource clock) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    /// Empty for a code that is none, that nobody has, or whose body is not open today.
    Optional<Organisation> find(String code) {
        return switch (OrganisationCode.parse(code)) {
            case Parsed.Problem<OrganisationCode> none -> Optional.empty();
            case Parsed.Value<OrganisationCode>(OrganisationCode form) ->
                    directory.find(form).filter(found -> found.isOpenOn(today()));
        };
    }

    /// What it is in the EHC process, and `HOME` for the authority that runs this exchange.
    List<GrantedAuthority> authorities(Organisation organisation) {
        Stream<String> roles = organisation.roles().stream().map(Enum::name);
        Stream<String> home = isHome(organisation) ? Stream.of(HOME) : Stream.empty();
        return Stream.concat(roles, home)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    /// The home authority, or who took over from it.
    boolean isHome(Organisation organisation) {
        return directory
                .standsFor(organisation.code(), today())
                .contains(new OrganisationCode(settings.home()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }
}
