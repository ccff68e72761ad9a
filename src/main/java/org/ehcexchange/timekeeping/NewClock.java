package org.ehcexchange.timekeeping;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.clock.Course;
import org.ehcexchange.clock.Working;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A clock as its row of `running_clock` begins, by the names of its columns.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record NewClock(
        @Nullable UUID conversationId,
        String authority,
        @Nullable String caseReference,
        String rule,
        int version,
        UUID workingId,
        String provision,
        String owedBy,
        @Nullable String owedTo,
        String bound,
        LocalDate startedOn,
        LocalDate dueSoonOn,
        LocalDate dueOn,
        List<LocalDate> reminders,
        String state,
        LocalDate since,
        @Nullable LocalDate turnsOn) {

    static NewClock of(Start start, UUID workingId, LocalDate today) {
        Working working = start.working();
        Stand stand = Stand.of(Course.of(working), today);
        return new NewClock(
                conversation(start.subject()),
                start.subject().authority().value(),
                caseReference(start.subject()),
                working.rule(),
                working.version(),
                workingId,
                working.provision(),
                start.owedBy().value(),
                start.owedTo() == null ? null : start.owedTo().value(),
                working.bound().code(),
                working.startedOn(),
                working.dueSoonOn(),
                working.dueOn(),
                working.reminders(),
                stand.state().code(),
                stand.since(),
                stand.turnsOn());
    }

    private static @Nullable String caseReference(Subject subject) {
        CaseReference reference = subject.caseReference();
        return reference == null ? null : reference.value();
    }

    private static @Nullable UUID conversation(Subject subject) {
        return switch (subject) {
            case Subject.Conversation conversation -> conversation.id().value();
            case Subject.Case whole -> null;
        };
    }
}
