package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Plan;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.Section;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The same message with less in it.
final class Scissors {

    private Scissors() {}

    /// The same copy without these sections.
    static PlanCopy without(Set<Section> sections, PlanCopy copy) {
        Plan plan = copy.plan();
        Map<Section, String> kept = new HashMap<>(plan.sections());
        kept.keySet().removeAll(sections);
        return new PlanCopy(
                copy.envelope(),
                copy.event(),
                new Plan(plan.reference(), plan.madeOn(), plan.lastReviewedOn(), kept),
                copy.caseReference());
    }

    /// The same message with another child record, whatever its kind.
    static EhcMessage withChild(EhcMessage message, Child child) {
        return message.in(message.envelope().withChild(child));
    }
}
