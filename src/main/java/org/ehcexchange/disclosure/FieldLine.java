package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.directory.Role;

import java.util.Set;

/// One line of fields.csv: what some roles may not have.
record FieldLine(Field field, Set<Role> notFor, Then then, String because, String provision) {

    FieldLine {
        if (then == Then.WITHHOLD && !field.canBeTakenOut()) {
            throw new IllegalArgumentException(
                    "fields.csv: " + field.code() + " cannot be withheld: write refuse");
        }
    }

    boolean concerns(Passage passage) {
        return notFor.stream().anyMatch(passage.recipient()::is);
    }

    enum Then implements Code {
        WITHHOLD,
        REFUSE
    }
}
