package org.ehcexchange.agency.health;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;

import org.ehcexchange.agency.health.HealthView.Seen;
import org.ehcexchange.agency.health.HealthView.Since;
import org.ehcexchange.canonical.OrganisationCode;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// SearchPages of a search, and where the next one goes on.
@Component
final class SearchPages {

    /// Carries where the page before ended: a moment and a Task.
    static final String AFTER = "after";

    private final HealthSettings settings;
    private final FhirBaseUrl base;

    SearchPages(HealthSettings settings, FhirBaseUrl base) {
        this.settings = settings;
        this.base = base;
    }

    static Seen find(HealthView view, OrganisationCode caller, IdType id) {
        if (!Uuids.is(String.valueOf(id.getIdPart()))) {
            throw new ResourceNotFoundException(id);
        }
        return view.task(caller, UUID.fromString(id.getIdPart()))
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    int size(@Nullable Integer wanted) {
        return wanted == null || wanted < 1
                ? settings.pageSize()
                : Math.min(wanted, settings.pageSize());
    }

    void add(Bundle page, Task task) {
        page.addEntry()
                .setFullUrl(base.value() + "/Task/" + task.getIdPart())
                .setResource(task)
                .getSearch()
                .setMode(Bundle.SearchEntryMode.MATCH);
    }

    /// A full page may have one after it.
    ///
    /// @param whose the parameter that says whose Tasks are searched for
    void link(Bundle page, List<Seen> seen, int size, String whose) {
        if (seen.size() == size) {
            Seen last = seen.getLast();
            page.addLink()
                    .setRelation("next")
                    .setUrl(
                            base.value()
                                    + "/Task?"
                                    + whose
                                    + "&_count="
                                    + size
                                    + "&"
                                    + AFTER
                                    + "="
                                    + encode(last.changedAt() + "~" + last.conversation()));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Since parse(String after) {
        String[] parts = after.split("~", 2);
        try {
            if (parts.length == 2 && Uuids.is(parts[1])) {
                return new Since(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (DateTimeException e) {
            // The same answer as for anything else that is not one of our links.
        }
        throw new InvalidRequestException("Follow the link \"next\" as it was given.");
    }
}
