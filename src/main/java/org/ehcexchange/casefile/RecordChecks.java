package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Directory;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What must hold of a record besides its form: that it has happened, and that whom and what it
/// names is known.
@Component
class RecordChecks {

    private final RecordRows records;
    private final NamedBodies bodies;

    RecordChecks(RecordRows records, Directory directory) {
        this.records = records;
        this.bodies = new NamedBodies(directory);
    }

    /// Everything that stands against it; empty when it may be recorded.
    List<Violation> check(CaseRows.Row file, CaseRecord record, Instant now) {
        return Stream.of(
                        happened(record, LondonDay.of(now)),
                        bodies.unknown(record.matter()),
                        consent(file, record))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Violation> happened(CaseRecord record, LocalDate today) {
        return when(
                record.on().isAfter(today),
                "/on",
                "The day is still to come.",
                "Put on record what has happened, with the day it did.");
    }

    private List<Violation> consent(CaseRows.Row file, CaseRecord record) {
        return record.matter() instanceof Matter.ConsentWithdrawn(UUID consent)
                ? withdrawal(file, consent, record.on())
                : List.of();
    }

    private List<Violation> withdrawal(CaseRows.Row file, UUID consent, LocalDate on) {
        return records.find(file, consent)
                .map(RecordRows.Before::record)
                .filter(given -> given.matter() instanceof Matter.ConsentGiven)
                .map(given -> tooEarly(given, on))
                .orElseGet(RecordChecks::noSuchConsent);
    }

    private static List<Violation> tooEarly(CaseRecord given, LocalDate on) {
        return when(
                on.isBefore(given.on()),
                "/on",
                "The consent was given on %s, after that day.".formatted(given.on()),
                "Send the day on which it was taken back.");
    }

    private static List<Violation> noSuchConsent() {
        return when(
                true,
                "/consent",
                "This case has no consent on record under this id.",
                "Send the recordId of the consent that is taken back.");
    }

    private static List<Violation> when(
            boolean broken, String pointer, String problem, String remedy) {
        return broken ? List.of(new Violation(pointer, problem, remedy)) : List.of();
    }
}
