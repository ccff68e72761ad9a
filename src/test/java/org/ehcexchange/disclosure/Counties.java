package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Relation;
import org.ehcexchange.directory.Role;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A directory in which the bodies of two counties know whom they serve; a third, LA:997, is on its
/// own, and LA:996 has both commissioners.
final class Counties {

    private static final LocalDate REFORM = LocalDate.of(2022, 7, 1);

    static final Directory DIRECTORY =
            Directory.of(
                    List.of(
                            body("LA:996", "Lakeland Council", Role.AUTHORITY),
                            body("LA:997", "Island Council", Role.AUTHORITY),
                            body("LA:998", "Northshire County Council", Role.AUTHORITY),
                            body("LA:999", "Southmere Council", Role.AUTHORITY),
                            commissioner(
                                    "ODS:QN1",
                                    "NHS Northshire Integrated Care Board",
                                    "LA:996",
                                    "LA:998",
                                    "ODS:Z98001"),
                            commissioner(
                                    "ODS:QS1",
                                    "NHS Southmere Integrated Care Board",
                                    "LA:996",
                                    "LA:999",
                                    "ODS:Z99001"),
                            closed("ODS:01N", "ODS:QN1"),
                            closed("ODS:02N", "ODS:QN1", "ODS:QS1"),
                            closed("ODS:03N"),
                            body("ODS:RN1", "Northshire Trust", Role.HEALTH_PROVIDER),
                            body("URN:900001", "Hilltop School", Role.EDUCATION_SETTING),
                            closed("URN:900002", Role.EDUCATION_SETTING),
                            service("SVC:northshire-csc", "LA:998"),
                            service("SVC:southmere-csc", "LA:999")));

    private Counties() {}

    private static Organisation body(String code, String name, Role role) {
        return new Organisation(
                new OrganisationCode(code),
                name,
                Set.of(role),
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static Organisation commissioner(String code, String name, String... serves) {
        return related(body(code, name, Role.HEALTH_COMMISSIONER), relations(serves), List.of());
    }

    private static Organisation service(String code, String authority) {
        return related(
                body(code, "Children's Social Care", Role.SOCIAL_CARE),
                List.of(),
                relations(authority));
    }

    private static Organisation related(
            Organisation o, List<Relation> serves, List<Relation> belongsTo) {
        return new Organisation(
                o.code(),
                o.name(),
                o.roles(),
                o.odsCode(),
                o.opensOn(),
                o.closesOn(),
                o.successors(),
                o.channel(),
                o.secretHash(),
                serves,
                belongsTo);
    }

    private static List<Relation> relations(String... codes) {
        return Arrays.stream(codes)
                .map(code -> new Relation(new OrganisationCode(code), null, null))
                .toList();
    }

    private static Organisation closed(String code, String... successors) {
        return closed(code, Role.HEALTH_COMMISSIONER, successors);
    }

    private static Organisation closed(String code, Role role, String... successors) {
        return new Organisation(
                new OrganisationCode(code),
                "A body that closed",
                Set.of(role),
                null,
                null,
                REFORM,
                Arrays.stream(successors).map(OrganisationCode::new).toList(),
                null,
                null);
    }
}
