package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Organisations for tests, two of each role.
final class Bodies {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static final Organisation NORTHSHIRE = body("LA:998", Role.AUTHORITY);
    static final Organisation SOUTHMERE = body("LA:999", Role.AUTHORITY);
    static final Organisation TRUST = body("ODS:RN1", Role.HEALTH_PROVIDER);
    static final Organisation BOARD = body("ODS:QN1", Role.HEALTH_COMMISSIONER);
    static final Organisation NEXT_BOARD = body("ODS:QS1", Role.HEALTH_COMMISSIONER);
    static final Organisation SCHOOL = body("URN:900001", Role.EDUCATION_SETTING);
    static final Organisation PSYCHOLOGY = body("SVC:northshire-eps", Role.EDUCATION_PSYCHOLOGY);
    static final Organisation SOCIAL_CARE = body("SVC:northshire-csc", Role.SOCIAL_CARE);

    static final List<Organisation> ALL =
            List.of(
                    NORTHSHIRE,
                    SOUTHMERE,
                    TRUST,
                    BOARD,
                    NEXT_BOARD,
                    SCHOOL,
                    PSYCHOLOGY,
                    SOCIAL_CARE);

    private Bodies() {}

    static Organisation named(@Nullable Object code) {
        return ALL.stream()
                .filter(body -> body.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Organisation body(String code, Role role) {
        return body(code, role, null, new Channel.CanonicalPull());
    }

    static Organisation body(
            String code,
            Role role,
            @Nullable LocalDate closesOn,
            @Nullable Channel channel,
            String... successors) {
        return new Organisation(
                new OrganisationCode(code),
                code,
                Set.of(role),
                null,
                null,
                closesOn,
                Arrays.stream(successors).map(OrganisationCode::new).toList(),
                channel,
                null);
    }
}
