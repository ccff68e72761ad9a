package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.PlanEvent;
import org.ehcexchange.directory.Role;

import java.util.Set;

/// One line of fields.csv: what some roles may not have.
///
/// @param events the copies of a plan that it is about; empty for every message
record FieldLine(
        Field field,
        Set<Role> notFor,
        Then then,
        String because,
        String provision,
        Set<PlanEvent> events) {

    FieldLine {
        if (then == Then.WITHHOLD && !field.canBeTakenOut()) {
            throw new IllegalArgumentException(
                    "fields.csv: " + field.code() + " cannot be withheld: write refuse");
        }
    }

    boolean concerns(Passage passage) {
        return notFor.stream().anyMatch(passage.recipient()::is) && concernsEvent(passage);
    }

    private boolean concernsEvent(Passage passage) {
        return events.isEmpty()
                || (passage.message() instanceof PlanCopy copy && events.contains(copy.event()));
    }

    enum Then implements Code {
        WITHHOLD,
        REFUSE
    }
}
