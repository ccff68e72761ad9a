package org.ehcexchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.DirectorySettings;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Who may call on a day, and as what.
class CallersTests {

    private static final LocalDate CLOSING = LocalDate.of(2026, 4, 1);
    private static final Organisation HOME = authority("LA:998", CLOSING, "LA:996");
    private static final Organisation SUCCESSOR = authority("LA:996", null);
    private static final Organisation NEIGHBOUR = authority("LA:999", null);

    private static Organisation authority(
            String code, @Nullable LocalDate closesOn, String... successors) {
        return new Organisation(
                new OrganisationCode(code),
                "Council",
                Set.of(Role.AUTHORITY),
                null,
                null,
                closesOn,
                List.of(successors).stream().map(OrganisationCode::new).toList(),
                new Channel.CanonicalPull(),
                null);
    }

    private static Callers on(String instant) {
        return new Callers(
                Directory.of(List.of(HOME, SUCCESSOR, NEIGHBOUR)),
                new DirectorySettings(Path.of("directory"), "LA:998", Duration.ZERO),
                InstantSource.fixed(Instant.parse(instant)));
    }

    private static List<String> words(Callers callers, Organisation organisation) {
        return callers.authorities(organisation).stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    @Test
    void letABodyInToTheEndOfItsLastDay() {
        assertThat(on("2026-03-31T22:59:59Z").find("LA:998")).contains(HOME);
        assertThat(on("2026-03-31T23:00:00Z").find("LA:998")).isEmpty();
    }

    @Test
    void takeTheSuccessorOfTheHomeAuthorityForHome() {
        assertThat(words(on("2026-03-31T12:00:00Z"), HOME))
                .containsExactly("ROLE_AUTHORITY", "ROLE_HOME");
        assertThat(words(on("2026-03-31T12:00:00Z"), SUCCESSOR)).containsExactly("ROLE_AUTHORITY");
        assertThat(words(on("2026-04-01T12:00:00Z"), SUCCESSOR))
                .containsExactly("ROLE_AUTHORITY", "ROLE_HOME");
        assertThat(words(on("2026-04-01T12:00:00Z"), NEIGHBOUR)).containsExactly("ROLE_AUTHORITY");
    }
}
