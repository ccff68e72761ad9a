package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.children.NamedChildren;
import org.ehcexchange.ledger.children.NamedChildren.Named;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Whose case it is, by the authority's own word; what is on record of the case is of that child
/// from then on.
@Component
class CaseChildren {

    private final NamedChildren children;
    private final HeldChildRows held;
    private final CaseRows files;
    private final CaseAudit audit;

    CaseChildren(NamedChildren children, HeldChildRows held, CaseRows files, CaseAudit audit) {
        this.children = children;
        this.held = held;
        this.files = files;
        this.audit = audit;
    }

    /// @return why it cannot be, as a conflict with the record; empty when it is done, or held for
    ///     a person
    Optional<Violation> name(CaseRows.Row file, CaseOpenings.Said said, Instant now) {
        Child child = said.child();
        return child == null
                ? Optional.empty()
                : switch (children.name(said.by(), child, file.child(), now)) {
                    case Named.Known(long id) -> known(file, said, id, now);
                    case Named.Doubtful doubt -> held(file, said, doubt, now);
                    case Named.Another another -> Optional.of(another());
                };
    }

    private Optional<Violation> known(
            CaseRows.Row file, CaseOpenings.Said said, long child, Instant now) {
        if (file.child() == null) {
            files.isAbout(file.id(), child);
            audit.named(file.key(), said.by());
        }
        held.settle(file, now);
        return Optional.empty();
    }

    private Optional<Violation> held(
            CaseRows.Row file, CaseOpenings.Said said, Named.Doubtful doubt, Instant now) {
        held.hold(file, said, doubt, now);
        audit.held(file.key(), said.by(), doubt);
        return Optional.empty();
    }

    /// A child who is not born yet, or too old for a plan, is a slip of the pen.
    static Optional<Violation> wrong(Child child, LocalDate today) {
        if (child.dateOfBirth().isAfter(today)) {
            return Optional.of(birth("The day is still to come.", "Correct the date of birth."));
        }
        return child.isTooOldOn(today)
                ? Optional.of(
                        birth(
                                "This is 26 years ago or more.",
                                "Correct the date: a plan ends before a person is 26."))
                : Optional.empty();
    }

    private static Violation birth(String problem, String remedy) {
        return new Violation("/child/dateOfBirth", problem, remedy);
    }

    private static Violation another() {
        return new Violation(
                "/child",
                "The case is on record as another child's.",
                "Check the reference and the child; another child's case has a reference of its"
                        + " own.");
    }
}
