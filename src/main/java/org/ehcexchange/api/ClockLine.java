package org.ehcexchange.api;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.timekeeping.GivenExcuse;
import org.ehcexchange.timekeeping.RunningClock;
import org.ehcexchange.timekeeping.Subject;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A running clock as its list shows it: nothing in it says who the child is.
///
/// @param caseReference absent where a conversation belongs to no case
/// @param conversationId absent when it is a duty of the authority in the whole case
/// @param owedTo absent when it is owed to the family
/// @param since the legal day on which the state began
/// @param exceptions given for lateness, accepted or not; why they were given stays in the message
record ClockLine(
        UUID id,
        OrganisationCode authority,
        @Nullable CaseReference caseReference,
        @Nullable ConversationId conversationId,
        String rule,
        int version,
        String provision,
        OrganisationCode owedBy,
        @Nullable OrganisationCode owedTo,
        ClockState state,
        LocalDate since,
        LocalDate startsOn,
        LocalDate dueSoonOn,
        LocalDate dueOn,
        @Nullable LocalDate metOn,
        @Nullable LocalDate stoppedOn,
        List<Evidence> exceptions) {

    /// @param to absent while it lasts
    /// @param until the last day that it excuses; absent when it was not accepted
    /// @param reasons why it was not accepted; empty when it was
    record Evidence(
            String kind,
            LocalDate from,
            @Nullable LocalDate to,
            String author,
            LocalDate givenOn,
            @Nullable LocalDate until,
            boolean accepted,
            List<Violation> reasons) {

        static Evidence of(GivenExcuse excuse) {
            return new Evidence(
                    excuse.evidence().kind(),
                    excuse.evidence().from(),
                    excuse.evidence().to(),
                    excuse.evidence().author(),
                    excuse.givenOn(),
                    excuse.until(),
                    excuse.accepted(),
                    excuse.reasons());
        }
    }

    static ClockLine of(RunningClock clock) {
        Subject subject = clock.subject();
        return new ClockLine(
                clock.id(),
                subject.authority(),
                subject.caseReference(),
                subject instanceof Subject.Conversation one ? one.id() : null,
                clock.rule(),
                clock.version(),
                clock.provision(),
                clock.owedBy(),
                clock.owedTo(),
                clock.state(),
                clock.since(),
                clock.term().startedOn(),
                clock.term().dueSoonOn(),
                clock.term().dueOn(),
                clock.course().metOn(),
                clock.course().stoppedOn(),
                clock.excuses().stream().map(Evidence::of).toList());
    }
}
