package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.disclosure.DisclosureRule.Condition;
import org.ehcexchange.disclosure.DisclosureRule.Cut;
import org.ehcexchange.disclosure.DisclosureRule.Remark;
import org.ehcexchange.disclosure.DisclosureRule.Withholding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Decides whether a message may go to a recipient, and cuts it down to what that recipient may
/// have.
///
/// First a child on record as protected is marked and every withholding is applied, then every
/// condition is asked of what is left; all reasons are collected. What was cleared once is cleared
/// again unchanged while facts and day allow it.
public final class Gate {

    private final List<Withholding> withholdings = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    public Gate(List<DisclosureRule> rules) {
        rules.forEach(this::add);
    }

    private void add(DisclosureRule rule) {
        switch (rule) {
            case Withholding withholding -> withholdings.add(withholding);
            case Condition condition -> conditions.add(condition);
            case Remark remark -> remarks.add(remark);
        }
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
        for (Withholding withholding : withholdings) {
            passage = cut(withholding, passage, withheld);
        }
        List<Violation> breaches = breaches(passage);
        return breaches.isEmpty()
                ? new Cleared(passage.message(), recipient, withheld, notes(passage))
                : new Decision.Refused(breaches);
    }

    /// Whoever is on record as protected stays so, whatever the message says.
    private static EhcMessage marked(EhcMessage message, Facts facts) {
        Child child = message.envelope().child();
        return facts.protectedChild() && !child.protectedRecord()
                ? Scissors.withChild(message, child.asProtected())
                : message;
    }

    private static Passage cut(Withholding rule, Passage passage, List<String> withheld) {
        Cut cut = rule.cut().apply(passage);
        cut.withheld()
                .forEach(at -> withheld.add("%s: %s".formatted(at, cited(rule.name(), rule))));
        return passage.with(cut.message());
    }

    private List<Violation> breaches(Passage passage) {
        return conditions.stream().flatMap(rule -> breaches(rule, passage)).toList();
    }

    private static Stream<Violation> breaches(Condition rule, Passage passage) {
        return rule.breaches().apply(passage).stream()
                .map(
                        breach ->
                                new Violation(
                                        breach.pointer(),
                                        cited(breach.problem(), rule),
                                        breach.remedy()));
    }

    private List<String> notes(Passage passage) {
        return remarks.stream()
                .flatMap(
                        rule -> rule.notes().apply(passage).stream().map(note -> cited(note, rule)))
                .toList();
    }

    private static String cited(String words, DisclosureRule rule) {
        return "%s (%s)".formatted(words, rule.restsOn());
    }
}
