package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.CaseFiles.Effect;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/// What follows from a record, in the transaction that records it; or why it cannot stand.
@Component
class Consequences {

    private static final Followed NOTHING = new Followed.Done(List.of());

    private final Happenings happenings;
    private final Exemptions exemptions;

    Consequences(Happenings happenings, Exemptions exemptions) {
        this.happenings = happenings;
        this.exemptions = exemptions;
    }

    /// What followed; where it cannot stand, nothing was done.
    sealed interface Followed {

        /// @param effects on time limits
        record Done(List<Effect> effects) implements Followed {}

        /// It says something that cannot be.
        record Faulty(List<Violation> violations) implements Followed {}

        /// The law does not allow it.
        record Refused(List<Violation> reasons) implements Followed {}
    }

    Followed follow(CaseRows.Row file, CaseRecord record, LocalDate today) {
        return switch (record.matter()) {
            case Matter.Happened happened -> happenings.follow(file, happened, record.on(), today);
            case Matter.Exempted exempted -> exemptions.follow(file.subject(), exempted, today);
            case Matter.ConsentGiven given -> NOTHING;
            case Matter.ConsentWithdrawn withdrawn -> NOTHING;
            case Matter.ObjectionNoted objection -> NOTHING;
            case Matter.OpinionFormed opinion -> NOTHING;
            case Matter.Agreed agreed -> NOTHING;
            case Matter.TakenBack taken -> NOTHING;
            case Matter.NotShared not -> NOTHING;
        };
    }
}
