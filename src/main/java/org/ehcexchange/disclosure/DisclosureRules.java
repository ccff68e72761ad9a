package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.disclosure.DisclosureRule.Condition;
import org.ehcexchange.disclosure.DisclosureRule.Cut;
import org.ehcexchange.disclosure.DisclosureRule.Withholding;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The rules of the gate.
///
/// Four facts are judged apart: the statutory purpose of every message, the ground of reg. 17 where
/// no duty sends a plan, the consent that such a ground may rest on, and an objection, which stops
/// nothing that a duty sends.
public final class DisclosureRules {

    private static final String SECURITY = "UK GDPR, art. 5(1)(f)";

    private final Tables tables;

    DisclosureRules(Tables tables) {
        this.tables = tables;
    }

    /// The rules as they ship.
    public static List<DisclosureRule> shipped() {
        return new DisclosureRules(Tables.shipped()).all();
    }

    List<DisclosureRule> all() {
        return Stream.of(
                        tables.fields().stream().map(this::rule),
                        new PurposeRules(tables).all(),
                        addressing(),
                        new Regulation17Rules(tables).all(),
                        new ConsentRules(tables).all(),
                        new OpinionRules(tables).all(),
                        new PlanRules().all(),
                        new ObjectionRules(tables).all(),
                        new AdviceRules().all())
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<DisclosureRule> addressing() {
        return Stream.of(
                new Condition("addressed", SECURITY, Addressing::addressed),
                new Condition("recipient open", SECURITY, Addressing::open),
                new Condition("recipient reachable", SECURITY, Addressing::reachable),
                new Condition("channel carries it", SECURITY, Addressing::carried));
    }

    private DisclosureRule rule(FieldLine line) {
        return switch (line.then()) {
            case WITHHOLD ->
                    new Withholding(
                            line.because(), line.provision(), passage -> cut(line, passage));
            case REFUSE ->
                    new Condition(
                            line.because(), line.provision(), passage -> refusals(line, passage));
        };
    }

    private static Cut cut(FieldLine line, Passage passage) {
        List<String> found = found(line, passage);
        return new Cut(
                found.isEmpty() ? passage.message() : line.field().outOf(passage.message()), found);
    }

    private static List<Violation> refusals(FieldLine line, Passage passage) {
        return found(line, passage).stream()
                .map(
                        pointer ->
                                new Violation(
                                        pointer,
                                        "This may not go to this recipient: "
                                                + line.because()
                                                + ".",
                                        "Leave it out and send the message again."))
                .toList();
    }

    private static List<String> found(FieldLine line, Passage passage) {
        return line.concerns(passage) ? line.field().in(passage.message()) : List.of();
    }
}
