package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.ledger.casesleft.CasesLeft;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What must hold of a record besides its form: that it has happened, and that whom and what it
/// names is known.
@Component
class RecordChecks {

    private static final Set<RecordKind> CONSENTS = EnumSet.of(RecordKind.CONSENT_GIVEN);
    private static final Set<RecordKind> STATEMENTS =
            EnumSet.of(RecordKind.OBJECTION, RecordKind.OPINION, RecordKind.AGREEMENT);

    private final RecordRows records;
    private final CasesLeft left;
    private final NamedBodies bodies;

    RecordChecks(RecordRows records, CasesLeft left, Directory directory) {
        this.records = records;
        this.left = left;
        this.bodies = new NamedBodies(directory);
    }

    /// Everything that stands against it; empty when it may be recorded.
    List<Violation> check(CaseRows.Row file, CaseRecord record, Instant now) {
        return Stream.of(
                        left.history(file.subject(), "").stream().toList(),
                        happened(record, LondonDay.of(now)),
                        afterTheRequest(file, record),
                        requestedOnce(file, record),
                        bodies.unknown(record.matter()),
                        takenBack(file, record))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Violation> happened(CaseRecord record, LocalDate today) {
        boolean ahead = record.matter() instanceof Matter.Happened it && it.event().ahead();
        return when(
                record.on().isAfter(today) && !ahead,
                "/on",
                "The day is still to come.",
                "Put on record what has happened, with the day it did.");
    }

    /// What fulfils a time limit of the assessment, or ends it, comes after its request.
    private static List<Violation> afterTheRequest(CaseRows.Row file, CaseRecord record) {
        LocalDate requestedOn = file.file().assessmentRequestedOn();
        return when(
                requestedOn != null
                        && record.matter() instanceof Matter.Happened(EventLine event, _, _, _, _)
                        && event.ends()
                        && record.on().isBefore(requestedOn),
                "/on",
                "The assessment was requested on %s, after that day.".formatted(requestedOn),
                "Send the day on which it happened.");
    }

    /// The time limits of the assessment run from its day: a second day would be a second case.
    private static List<Violation> requestedOnce(CaseRows.Row file, CaseRecord record) {
        LocalDate requestedOn = file.file().assessmentRequestedOn();
        return when(
                requestedOn != null
                        && record.matter() instanceof Matter.Happened(EventLine event, _, _, _, _)
                        && event.equals(CaseEvents.SHIPPED.requested())
                        && !record.on().equals(requestedOn),
                "/on",
                "The assessment of this case was requested on %s, as is on record."
                        .formatted(requestedOn),
                "Another request for an assessment is another case, with a reference of its own.");
    }

    /// What is taken back was put on record before, and is of a kind that can be.
    private List<Violation> takenBack(CaseRows.Row file, CaseRecord record) {
        return switch (record.matter()) {
            case Matter.ConsentWithdrawn(UUID consent) ->
                    takenBack(file, record, consent, new Taking("/consent", CONSENTS));
            case Matter.TakenBack(UUID taken) ->
                    takenBack(file, record, taken, new Taking("/record", STATEMENTS));
            case Matter other -> List.of();
        };
    }

    /// @param pointer to the id of what is taken back
    /// @param kinds that it may be of
    private record Taking(String pointer, Set<RecordKind> kinds) {

        List<Violation> nothing() {
            String words = kinds.stream().map(Code::code).collect(Collectors.joining(" or "));
            return when(
                    true,
                    pointer,
                    "This case has no %s on record under this id.".formatted(words),
                    "Send the recordId of what is taken back.");
        }
    }

    private List<Violation> takenBack(
            CaseRows.Row file, CaseRecord record, UUID taken, Taking taking) {
        return records.find(file, taken)
                .map(RecordRows.Before::record)
                .filter(before -> taking.kinds().contains(before.kind()))
                .map(before -> tooEarly(before, record.on()))
                .orElseGet(taking::nothing);
    }

    private static List<Violation> tooEarly(CaseRecord before, LocalDate on) {
        return when(
                on.isBefore(before.on()),
                "/on",
                "What is taken back is of %s, after that day.".formatted(before.on()),
                "Send the day on which it was taken back.");
    }

    private static List<Violation> when(
            boolean broken, String pointer, String problem, String remedy) {
        return broken ? List.of(new Violation(pointer, problem, remedy)) : List.of();
    }
}
