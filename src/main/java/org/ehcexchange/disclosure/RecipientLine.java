package org.ehcexchange.disclosure;

import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;

import java.util.Set;

/// One line of recipients.csv: one who must be told of one event.
///
/// @param roles of an organisation that counts; empty where none does
/// @param inWords somebody who is not in the directory may be named
/// @param another it must be another body than the one that acts
/// @param mayBeAbsent when there may be nobody to tell; "" where there always is
record RecipientLine(
        CaseEvent event,
        MustBeTold who,
        Set<Role> roles,
        boolean inWords,
        boolean another,
        String provision,
        String mayBeAbsent) {

    boolean means(Organisation organisation) {
        return roles.stream().anyMatch(organisation::is);
    }

    static RecipientLine read(CsvTable.Line line) {
        return new RecipientLine(
                line.one(CaseEvent.class, "event"),
                line.one(MustBeTold.class, "who"),
                line.several(Role.class, "roles"),
                line.yes("inWords"),
                line.yes("another"),
                line.text("provision"),
                line.textOrNone("mayBeAbsent"));
    }
}
