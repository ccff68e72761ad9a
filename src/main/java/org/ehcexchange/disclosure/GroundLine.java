package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.PlanEvent;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/// One line of grounds.csv: a message that a purpose and provision carry from some roles to others.
///
/// @param events of a plan that it is for; empty for messages that are about none
record GroundLine(
        Purpose purpose,
        MessageType message,
        String provision,
        Paragraphs paragraphs,
        Set<Role> from,
        Set<Role> to,
        RestsOn restsOn,
        Set<PlanEvent> events) {

    boolean carries(EhcMessage other) {
        return message == other.type()
                && (!(other instanceof PlanCopy copy) || events.contains(copy.event()));
    }

    boolean mayComeFrom(Organisation sender) {
        return from.stream().anyMatch(sender::is);
    }

    boolean mayGoTo(Organisation recipient) {
        return to.stream().anyMatch(recipient::is);
    }

    /// @param own the letter of the advice asked for, or of the ground of disclosure; else ""
    boolean accepts(@Nullable String named, String own) {
        if (named == null || named.equals(provision)) {
            return named != null;
        }
        return switch (paragraphs) {
            case NONE -> false;
            case OWN -> !own.isEmpty() && named.equals(provision + "(" + own + ")");
            case ANY ->
                    named.startsWith(provision + "(")
                            && named.substring(provision.length()).matches("\\([a-h]\\)");
        };
    }
}
