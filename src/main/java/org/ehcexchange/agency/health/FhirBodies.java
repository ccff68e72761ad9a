package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.CommissionerNotResponsible;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The organisations that a message speaks of beside its sender and recipient, as FHIR names them.
@Component
final class FhirBodies {

    private final Directory directory;

    FhirBodies(Directory directory) {
        this.directory = directory;
    }

    /// ODS code and name of each, by its own code.
    Map<String, Object> named(EhcMessage message) {
        Map<String, Object> named = new LinkedHashMap<>();
        spokenOf(message)
                .forEach(
                        code ->
                                directory
                                        .find(code)
                                        .filter(found -> found.odsCode() != null)
                                        .ifPresent(found -> named.put(code.value(), name(found))));
        return named;
    }

    private static Map<String, Object> name(Organisation organisation) {
        return Map.of("ods", String.valueOf(organisation.odsCode()), "name", organisation.name());
    }

    /// The first that FHIR cannot name.
    Optional<OrganisationCode> nameless(EhcMessage message) {
        Map<String, Object> named = named(message);
        return spokenOf(message).stream()
                .filter(code -> !named.containsKey(code.value()))
                .findFirst();
    }

    private static List<OrganisationCode> spokenOf(EhcMessage message) {
        return switch (message) {
            case CommissionerNotification told ->
                    List.of(told.authorities().old(), told.authorities().successor());
            case CommissionerNotResponsible not when not.responsible() != null ->
                    List.of(not.responsible());
            default -> List.of();
        };
    }
}
