package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;

import java.util.Set;

/// One line of grounds.csv: a message that a purpose and provision carry from some roles to others.
record GroundLine(
        Purpose purpose,
        MessageType message,
        String provision,
        Paragraphs paragraphs,
        Set<Role> from,
        Set<Role> to) {

    boolean mayComeFrom(Organisation sender) {
        return from.stream().anyMatch(sender::is);
    }

    boolean mayGoTo(Organisation recipient) {
        return to.stream().anyMatch(recipient::is);
    }

    /// @param own the letter of the advice asked for; "" in other messages
    boolean accepts(String named, String own) {
        if (named.equals(provision)) {
            return true;
        }
        return switch (paragraphs) {
            case NONE -> false;
            case OWN -> named.equals(provision + "(" + own + ")");
            case ANY ->
                    named.startsWith(provision + "(")
                            && named.substring(provision.length()).matches("\\([a-h]\\)");
        };
    }
}
