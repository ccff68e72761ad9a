package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.DisclosureKind;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;

import java.util.Set;

/// One line of regulation-17.csv: a ground on which a plan may be told without a duty to.
///
/// @param paragraph the letter under reg. 17(1) of the SEND Regulations 2014; "" where it has none
///     that a message may name
/// @param to the roles that the ground can concern
record DisclosureLine(
        DisclosureKind kind, String paragraph, Basis basis, Set<Role> to, String meaning) {

    boolean mayGoTo(Organisation recipient) {
        return to.stream().anyMatch(recipient::is);
    }
}
