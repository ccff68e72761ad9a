package org.ehcexchange.disclosure;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import org.ehcexchange.canonical.DisclosureKind;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.EhcMessages;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.PlanDisclosure;
import org.ehcexchange.canonical.PlanEvent;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A message between two bodies, with what is on record about its child.
record Posted(EhcMessage message, Organisation sender, Organisation recipient, Facts facts) {

    private static final Tables TABLES = Tables.shipped();

    /// Small messages that mostly follow a line of the table, and stray from it now and then.
    static Arbitrary<Posted> mostlyLawful() {
        return Arbitraries.of(TABLES.grounds()).flatMap(Posted::following);
    }

    /// Those that a duty sends.
    static Arbitrary<Posted> byDuty() {
        return Arbitraries.of(
                        TABLES.grounds().stream()
                                .filter(line -> line.restsOn() == RestsOn.DUTY)
                                .toList())
                .flatMap(Posted::following);
    }

    /// Valid messages with everything a message may hold, between bodies they do not name.
    static Arbitrary<Posted> strange() {
        return Combinators.combine(
                        EhcMessages.all(),
                        Arbitraries.of(Bodies.ALL),
                        Arbitraries.of(Bodies.ALL),
                        SyntheticFacts.any())
                .as(Posted::new);
    }

    Decision decidedBy(Gate gate) {
        return decidedBy(gate, facts);
    }

    Decision decidedBy(Gate gate, Facts known) {
        return again(message, known, gate);
    }

    Decision again(EhcMessage other, Facts known, Gate gate) {
        return gate.decide(other, sender, recipient, new Circumstances(Bodies.TODAY, known));
    }

    boolean goesTo(Role... roles) {
        return Stream.of(roles).anyMatch(recipient::is);
    }

    private static Arbitrary<Posted> following(GroundLine line) {
        return Combinators.combine(
                        mostly(line.message(), List.of(MessageType.values())),
                        grounds(line).injectNull(0.05),
                        mostly(line::mayComeFrom),
                        mostly(line::mayGoTo),
                        copied(line),
                        SyntheticFacts.any())
                .as(
                        (type, ground, from, to, copied, facts) ->
                                new Posted(
                                        copied.in(new Letters(from, to, ground), type),
                                        from,
                                        to,
                                        facts));
    }

    /// What a copy of a plan is for and how much of it.
    private record Copied(PlanEvent event, Set<Section> sections) {

        EhcMessage in(Letters letters, MessageType type) {
            return type == MessageType.PLAN_COPY
                    ? letters.planCopy(event, 0, sections.toArray(Section[]::new))
                    : letters.of(type);
        }
    }

    private static Arbitrary<Copied> copied(GroundLine line) {
        Arbitrary<PlanEvent> events =
                line.events().isEmpty()
                        ? Arbitraries.of(PlanEvent.class)
                        : Arbitraries.of(line.events());
        return Combinators.combine(events, Arbitraries.of(Section.class).set().ofMinSize(1))
                .as(Copied::new);
    }

    private static Arbitrary<Ground> grounds(GroundLine line) {
        return Combinators.combine(
                        mostly(line.purpose(), List.of(Purpose.values())).injectNull(0.05),
                        mostly(line.provision(), List.of("An Invented Order")).injectNull(0.05),
                        disclosures(line))
                .as((purpose, provision, why) -> new Ground(purpose, provision, null, why));
    }

    private static Arbitrary<@Nullable PlanDisclosure> disclosures(GroundLine line) {
        return line.restsOn() == RestsOn.DUTY
                ? Arbitraries.just(null)
                : Combinators.combine(
                                Arbitraries.frequencyOf(
                                        Tuple.of(1, Arbitraries.just(DisclosureKind.CONSENT)),
                                        Tuple.of(
                                                1,
                                                Arbitraries.just(DisclosureKind.CHILD_INTERESTS)),
                                        Tuple.of(2, Arbitraries.of(DisclosureKind.class))),
                                Arbitraries.just("Case 7").injectNull(0.2))
                        .as(PlanDisclosure::new)
                        .injectNull(0.05);
    }

    private static <T> Arbitrary<T> mostly(T usual, List<T> others) {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(usual)), Tuple.of(1, Arbitraries.of(others)));
    }

    private static Arbitrary<Organisation> mostly(Predicate<Organisation> usual) {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of(Bodies.ALL.stream().filter(usual).toList())),
                Tuple.of(1, Arbitraries.of(Bodies.ALL)));
    }
}
