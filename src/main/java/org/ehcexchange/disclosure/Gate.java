package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Organisation;

import java.util.ArrayList;
import java.util.List;

/// Decides whether a message may go to a recipient, and cuts it down to what that recipient may
/// have.
///
/// First a child on record as protected is marked and every withholding is applied, then every
/// condition is asked of what is left; all reasons are collected. What was cleared once is cleared
/// again unchanged while facts and day allow it.
public final class Gate {

    private final List<DisclosureRule> rules;

    public Gate(List<DisclosureRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// @param sender who the message is from
    /// @param recipient who it would go to; the message must be addressed to it
    public Decision decide(
            EhcMessage message,
            Organisation sender,
            Organisation recipient,
            Circumstances circumstances) {
        List<String> withheld = new ArrayList<>();
        Passage passage =
                new Passage(
                        marked(message, circumstances.facts()), sender, recipient, circumstances);
        for (DisclosureRule rule : rules) {
            if (rule instanceof DisclosureRule.Withholding withholding) {
                passage = cut(withholding, passage, withheld);
            }
        }
        List<Violation> breaches = breaches(passage);
        return breaches.isEmpty()
                ? new Cleared(passage.message(), recipient, withheld, List.of())
                : new Decision.Refused(breaches);
    }

    /// Whoever is on record as protected stays so, whatever the message says.
    private static EhcMessage marked(EhcMessage message, Facts facts) {
        Child child = message.envelope().child();
        return facts.protectedChild() && !child.protectedRecord()
                ? Scissors.withChild(message, child.asProtected())
                : message;
    }

    private static Passage cut(
            DisclosureRule.Withholding rule, Passage passage, List<String> withheld) {
        DisclosureRule.Cut cut = rule.cut().apply(passage);
        cut.withheld()
                .forEach(
                        pointer ->
                                withheld.add(
                                        "%s: %s (%s)"
                                                .formatted(pointer, rule.name(), rule.restsOn())));
        return passage.with(cut.message());
    }

    private List<Violation> breaches(Passage passage) {
        List<Violation> breaches = new ArrayList<>();
        for (DisclosureRule rule : rules) {
            if (rule instanceof DisclosureRule.Condition condition) {
                condition.breaches().apply(passage).stream()
                        .map(breach -> citing(breach, rule))
                        .forEach(breaches::add);
            }
        }
        return breaches;
    }

    private static Violation citing(Violation breach, DisclosureRule rule) {
        return new Violation(
                breach.pointer(), breach.problem() + " (" + rule.restsOn() + ")", breach.remedy());
    }
}
