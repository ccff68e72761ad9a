package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Consent;
import org.ehcexchange.canonical.ConsentGiver;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.disclosure.DisclosureRule.Condition;
import org.ehcexchange.disclosure.DisclosureRule.Cut;
import org.ehcexchange.disclosure.DisclosureRule.Withholding;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// The third fact: consent, which is asked for only where the plan is told on the ground of consent
/// and nothing else; what a duty sends never passes here.
final class ConsentRules {

    private static final String CONSENT = "SEND Regulations 2014, reg. 17(1)";
    private static final String GIVER = "SEND Regulations 2014, reg. 17(2) and (3)";
    private static final String WITHDRAWAL = "UK GDPR, art. 7(3)";

    /// What each consent must be to serve.
    private static final List<Requirement> REQUIREMENTS =
            List.of(
                    new Requirement(
                            "consent covers the recipient",
                            CONSENT,
                            (recorded, passage) -> recorded.covers().includes(passage.recipient()),
                            "No consent on record is for telling this recipient.",
                            "Ask for consent that names this recipient, and put it on record."),
                    new Requirement(
                            "consent given by the day",
                            CONSENT,
                            (recorded, passage) -> passage.isPast(recorded.consent().givenOn()),
                            "The consent on record is dated after the day the plan would go.",
                            "Wait for that day, or correct the date on record."),
                    new Requirement(
                            "consent from the right giver",
                            GIVER,
                            ConsentRules::mayBeGivenBy,
                            "The consent on record is not from whoever may give it now.",
                            "Over compulsory school age ask the young person; below it ask the"
                                    + " child who understands enough, and the parent otherwise."),
                    new Requirement(
                            "consent not withdrawn",
                            WITHDRAWAL,
                            (recorded, passage) -> !isWithdrawn(recorded.consent(), passage),
                            "The consent on record was withdrawn.",
                            "Do not tell the plan on this ground; ask anew, or name the duty or"
                                    + " another ground that lets it go."),
                    new Requirement(
                            "consent not objected to since",
                            WITHDRAWAL,
                            (recorded, passage) -> !isObjectedTo(recorded.consent(), passage),
                            "An objection to telling this recipient was noted after the consent.",
                            "Ask again: record a new consent, or that the objection was taken"
                                    + " back."),
                    new Requirement(
                            "consent as the message says",
                            CONSENT,
                            (recorded, passage) -> isAsSaid(recorded.consent(), passage),
                            "The consent that the message names is not the one on record, or was"
                                    + " withdrawn.",
                            "Name the consent on record, its giver and its day, or leave it out"
                                    + " of the message."));

    private final Tables tables;

    ConsentRules(Tables tables) {
        this.tables = tables;
    }

    /// @param holds whether a consent is what it must be for a passage
    private record Requirement(
            String name,
            String restsOn,
            BiPredicate<RecordedConsent, Passage> holds,
            String problem,
            String remedy) {

        Violation broken() {
            return new Violation("/ground/disclosure/kind", problem, remedy);
        }
    }

    Stream<DisclosureRule> all() {
        return Stream.concat(
                Stream.of(
                        new Withholding("the consent covers no more", CONSENT, this::consented),
                        new Condition("consent on record", CONSENT, this::onRecord)),
                REQUIREMENTS.stream().map(this::rule));
    }

    private Condition rule(Requirement requirement) {
        return new Condition(
                requirement.name(),
                requirement.restsOn(),
                passage ->
                        isBroken(requirement, passage) ? List.of(requirement.broken()) : List.of());
    }

    private List<Violation> onRecord(Passage passage) {
        return Reasons.when(
                tables.restsOn(Basis.CONSENT, passage) && passage.facts().consents().isEmpty(),
                () ->
                        new Violation(
                                "/ground/disclosure/kind",
                                "No consent is on record.",
                                "Record the consent: who gave it, when, for which sections and for"
                                        + " whom."));
    }

    /// No consent serves, and this is among the reasons.
    private boolean isBroken(Requirement requirement, Passage passage) {
        return tables.restsOn(Basis.CONSENT, passage)
                && serving(passage).isEmpty()
                && nearest(passage).stream()
                        .anyMatch(recorded -> !requirement.holds().test(recorded, passage));
    }

    private static List<RecordedConsent> serving(Passage passage) {
        return passage.facts().consents().stream()
                .filter(
                        recorded ->
                                REQUIREMENTS.stream()
                                        .allMatch(r -> r.holds().test(recorded, passage)))
                .toList();
    }

    /// Those that a refusal speaks of: for this recipient where there are any, else all.
    private static List<RecordedConsent> nearest(Passage passage) {
        List<RecordedConsent> all = passage.facts().consents();
        List<RecordedConsent> near =
                all.stream()
                        .filter(recorded -> recorded.covers().includes(passage.recipient()))
                        .toList();
        return near.isEmpty() ? all : near;
    }

    private Cut consented(Passage passage) {
        List<RecordedConsent> serving = serving(passage);
        if (serving.isEmpty()
                || !tables.restsOn(Basis.CONSENT, passage)
                || !(passage.message() instanceof PlanCopy copy)) {
            return new Cut(passage.message(), List.of());
        }
        Set<Section> beyond = EnumSet.allOf(Section.class);
        serving.forEach(recorded -> beyond.removeAll(recorded.sections()));
        return new Cut(Scissors.without(beyond, copy), PlanRules.pointers(copy, beyond));
    }

    /// A child's own consent on record says that the child understands enough, so that a parent no
    /// longer consents for it.
    private static boolean mayBeGivenBy(RecordedConsent recorded, Passage passage) {
        LocalDate born = passage.message().envelope().child().dateOfBirth();
        boolean isYoungPerson = SchoolAge.isOver(born, passage.day());
        return switch (recorded.consent().givenBy()) {
            case YOUNG_PERSON -> isYoungPerson;
            case CHILD -> true;
            case PARENT -> !isYoungPerson && !speaksForItself(passage);
        };
    }

    private static boolean speaksForItself(Passage passage) {
        return passage.facts().consents().stream()
                .map(RecordedConsent::consent)
                .anyMatch(
                        consent ->
                                consent.givenBy() == ConsentGiver.CHILD
                                        && passage.isPast(consent.givenOn()));
    }

    private static boolean isWithdrawn(Consent consent, Passage passage) {
        LocalDate withdrawnOn = consent.withdrawnOn();
        return withdrawnOn != null && passage.isPast(withdrawnOn);
    }

    /// By whoever gave it, or by the child or young person themself.
    private static boolean isObjectedTo(Consent consent, Passage passage) {
        return ObjectionRules.noted(passage).stream()
                .filter(
                        objection ->
                                objection.by() == consent.givenBy()
                                        || objection.by() != ConsentGiver.PARENT)
                .anyMatch(objection -> objection.notedOn().isAfter(consent.givenOn()));
    }

    private static boolean isAsSaid(Consent recorded, Passage passage) {
        @Nullable Consent said = passage.consent();
        return said == null
                || (said.givenBy() == recorded.givenBy()
                        && said.givenOn().equals(recorded.givenOn())
                        && !isWithdrawn(said, passage));
    }
}
