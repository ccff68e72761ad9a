package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.Unworkable;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Role;
import org.ehcexchange.ledger.children.ChildMatch;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What must hold of a notification before it goes.
@Component
class CommissionerChecks {

    private final Directory directory;
    private final CommissionerClocks clocks;

    CommissionerChecks(Directory directory, CommissionerClocks clocks) {
        this.directory = directory;
        this.clocks = clocks;
    }

    /// Everything that is wrong with it.
    List<Violation> check(CommissionerNotification notification, LocalDate today) {
        Envelope envelope = notification.envelope();
        List<Violation> violations = new ArrayList<>();
        violations.addAll(commissioner("/from", envelope.from()));
        violations.addAll(toAnother(envelope));
        violations.addAll(commissioner("/to", envelope.to()));
        violations.addAll(authority("/authorities/old", notification.authorities().old()));
        violations.addAll(authority("/authorities/new", notification.authorities().successor()));
        violations.addAll(days(notification, today));
        return violations;
    }

    private List<Violation> commissioner(String pointer, OrganisationCode code) {
        return directory.find(code).filter(o -> o.is(Role.HEALTH_COMMISSIONER)).isPresent()
                ? List.of()
                : List.of(
                        new Violation(
                                pointer,
                                code + " is not a health commissioner (CCG/ICB)",
                                "a commissioner tells the one that becomes responsible, and nobody"
                                        + " else"));
    }

    /// A closed body's code may lead back to the sender.
    private static List<Violation> toAnother(Envelope envelope) {
        return envelope.to().equals(envelope.from())
                ? List.of(
                        new Violation(
                                "/to",
                                envelope.from() + " is responsible before and after the change",
                                "send nothing: no other commissioner becomes responsible (SEND"
                                        + " Regulations 2014, reg. 16)"))
                : List.of();
    }

    private List<Violation> authority(String pointer, OrganisationCode code) {
        return directory.find(code).filter(o -> o.is(Role.AUTHORITY)).isPresent()
                ? List.of()
                : List.of(
                        new Violation(
                                pointer,
                                code + " is not a local authority of the directory",
                                "name the authority that has the plan, before and after"));
    }

    private List<Violation> days(CommissionerNotification notification, LocalDate today) {
        if (notification.awareOn().isAfter(today)) {
            return List.of(
                    new Violation(
                            "/awareOn",
                            "awareOn is in the future",
                            "send the day on which the commissioner became aware of the change"));
        }
        return clocks.due(notification) instanceof Unworkable unworkable
                ? unworkable.reasons()
                : List.of();
    }

    /// The child on record, by names of fields only.
    static List<Violation> child(ConversationRows.Open open, Child child) {
        ChildMatch.Known known = open.child();
        List<String> differences = known == null ? List.of() : ChildMatch.differences(known, child);
        return differences.isEmpty()
                ? List.of()
                : List.of(
                        new Violation(
                                "/child",
                                "this is not the child of the notification: it differs in "
                                        + String.join(", ", differences),
                                "copy the child from the notification"));
    }
}
