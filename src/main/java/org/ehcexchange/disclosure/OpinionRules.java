package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.disclosure.DisclosureRule.Condition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Telling the plan because that is necessary in the interests of the child or young person: the
/// authority's opinion, which must be on record and must have heard the objections.
final class OpinionRules {

    private static final String INTERESTS = "SEND Regulations 2014, reg. 17(1)(a)";

    private final Tables tables;

    OpinionRules(Tables tables) {
        this.tables = tables;
    }

    Stream<DisclosureRule> all() {
        return Stream.of(
                new Condition("opinion on record", INTERESTS, this::onRecord),
                new Condition("objection considered", INTERESTS, this::considered));
    }

    private List<Violation> onRecord(Passage passage) {
        return Reasons.when(
                tables.restsOn(Basis.OPINION, passage) && latest(passage).isEmpty(),
                () ->
                        new Violation(
                                "/ground/disclosure/kind",
                                "No opinion of the authority is on record that it is necessary to"
                                    + " tell this recipient in the interests of the child or young"
                                    + " person.",
                                "Record the opinion, with its day, its reasons and whom it is for;"
                                        + " or name another ground."));
    }

    private List<Violation> considered(Passage passage) {
        return Reasons.when(
                tables.restsOn(Basis.OPINION, passage)
                        && latest(passage).filter(day -> isOvertaken(day, passage)).isPresent(),
                () ->
                        new Violation(
                                "/ground/disclosure/kind",
                                "An objection to telling this recipient was noted after the"
                                        + " authority's opinion.",
                                "Consider the objection and record a new opinion."));
    }

    /// The day of the last opinion that serves.
    private static Optional<LocalDate> latest(Passage passage) {
        return passage.facts().opinions().stream()
                .filter(opinion -> serves(opinion, passage))
                .map(Opinion::on)
                .max(Comparator.naturalOrder());
    }

    private static boolean serves(Opinion opinion, Passage passage) {
        return opinion.by().equals(passage.sender().code())
                && passage.isPast(opinion.on())
                && !opinion.reasons().isBlank()
                && opinion.forWhom().includes(passage.recipient());
    }

    private static boolean isOvertaken(LocalDate opinion, Passage passage) {
        return ObjectionRules.noted(passage).stream()
                .anyMatch(objection -> objection.notedOn().isAfter(opinion));
    }
}
