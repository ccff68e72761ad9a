package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads whom a body serves and to whom it belongs, and remembers the line of each code.
final class RelationPage {

    private final Fields fields;
    private final Map<OrganisationCode, Integer> lines = new HashMap<>();

    RelationPage(Fields fields) {
        this.fields = fields;
    }

    Map<OrganisationCode, Integer> lines() {
        return Map.copyOf(lines);
    }

    List<Relation> serves(Set<Role> roles) {
        if (fields.has("serves") && !roles.contains(Role.HEALTH_COMMISSIONER)) {
            fields.problem(
                    fields.line("serves"),
                    "'serves' is for the role health-commissioner: a service or setting has"
                            + " 'belongs-to'");
        }
        return fields.each("serves", "code", this::relation);
    }

    List<Relation> belongsTo(Set<Role> roles) {
        if (fields.has("belongs-to")
                && (roles.contains(Role.AUTHORITY) || roles.contains(Role.HEALTH_COMMISSIONER))) {
            fields.problem(
                    fields.line("belongs-to"),
                    "'belongs-to' is for services and settings: an authority belongs to nobody, and"
                            + " a health commissioner has 'serves'");
        }
        return fields.each("belongs-to", "code", this::relation);
    }

    private Optional<Relation> relation(Fields item) {
        Value code = item.required("code");
        LocalDate from = item.date("from");
        LocalDate until = item.date("until");
        if (from != null && until != null && !from.isBefore(until)) {
            item.problem(
                    item.line(),
                    "'until' is not after 'from': it is the first day the relation no longer"
                            + " holds");
        }
        Optional<OrganisationCode> known = item.code(code);
        known.ifPresent(other -> lines.putIfAbsent(other, code.line()));
        return known.map(other -> new Relation(other, from, until));
    }
}
