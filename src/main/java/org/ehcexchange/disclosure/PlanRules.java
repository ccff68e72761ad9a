package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.disclosure.DisclosureRule.Condition;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is left of a copied plan once sections were cut out must still be one.
final class PlanRules {

    private static final String MINIMISATION = "UK GDPR, art. 5(1)(c)";
    private static final String APPENDED = "SEND Regulations 2014, reg. 12(1) and 17(5)";

    Stream<DisclosureRule> all() {
        return Stream.of(
                new Condition("a section is left", MINIMISATION, PlanRules::left),
                new Condition("documents go with section K", APPENDED, PlanRules::appended));
    }

    private static List<Violation> left(Passage passage) {
        return Reasons.when(
                passage.message() instanceof PlanCopy copy && copy.plan().sections().isEmpty(),
                () ->
                        new Violation(
                                "/plan/sections",
                                "None of the sections sent may go to this recipient.",
                                "Send a section that may, or do not send the plan."));
    }

    private static List<Violation> appended(Passage passage) {
        return passage.message() instanceof PlanCopy copy
                        && !copy.plan().sections().containsKey(Section.K)
                ? IntStream.range(0, copy.envelope().documents().size())
                        .mapToObj(PlanRules::appended)
                        .toList()
                : List.of();
    }

    private static Violation appended(int document) {
        return new Violation(
                "/documents/" + document,
                "A document of a copied plan is advice appended to it, and section K does not go.",
                "Leave the document out; or send section K as well, where it may go.");
    }

    /// Where a copy carries any of these sections.
    static List<String> pointers(PlanCopy copy, Set<Section> among) {
        return copy.plan().sections().keySet().stream()
                .filter(among::contains)
                .map(section -> "/plan/sections/" + section)
                .toList();
    }
}
