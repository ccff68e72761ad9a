package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.EhcMessages;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What holds for every message, sender and recipient.
class GatePropertiesTests {

    private final Gate gate = new Gate(DisclosureRules.shipped());

    record Posted(EhcMessage message, Organisation sender, Organisation recipient) {

        Decision decidedBy(Gate gate) {
            return gate.decide(message, sender, recipient, Circumstances.on(Bodies.TODAY));
        }

        boolean goesTo(Role... roles) {
            return Stream.of(roles).anyMatch(recipient::is);
        }
    }

    /// Small messages that mostly follow a line of the table, and stray from it now and then.
    @Provide
    Arbitrary<Posted> posted() {
        return Arbitraries.of(Tables.shipped().grounds()).flatMap(this::posted);
    }

    private Arbitrary<Posted> posted(GroundLine line) {
        return Combinators.combine(
                        mostly(line.message(), List.of(MessageType.values())),
                        grounds(line).injectNull(0.05),
                        mostly(line::mayComeFrom),
                        mostly(line::mayGoTo))
                .as(
                        (type, ground, from, to) ->
                                new Posted(new Letters(from, to, ground).of(type), from, to));
    }

    private static Arbitrary<Ground> grounds(GroundLine line) {
        return Combinators.combine(
                        mostly(line.purpose(), List.of(Purpose.values())).injectNull(0.05),
                        mostly(line.provision(), List.of("An Invented Order")).injectNull(0.05))
                .as((purpose, provision) -> new Ground(purpose, provision, null));
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

    /// Valid messages with everything a message may hold, between bodies they do not name.
    @Provide
    Arbitrary<Posted> strange() {
        return Combinators.combine(
                        EhcMessages.all(), Arbitraries.of(Bodies.ALL), Arbitraries.of(Bodies.ALL))
                .as(Posted::new);
    }

    @Property
    void nothingClearedCarriesWhatItsRecipientMayNotHave(@ForAll("posted") Posted posted) {
        boolean isCleared = posted.decidedBy(gate) instanceof Cleared;
        Statistics.collect(isCleared);
        Statistics.coverage(
                coverage -> {
                    coverage.check(true).percentage(share -> share > 20);
                    coverage.check(false).percentage(share -> share > 20);
                });
        if (posted.decidedBy(gate) instanceof Cleared cleared) {
            Child child = cleared.message().envelope().child();
            if (posted.goesTo(Role.HEALTH_PROVIDER, Role.HEALTH_COMMISSIONER)) {
                assertThat(child.upn()).isNull();
            }
            if (posted.goesTo(Role.EDUCATION_SETTING, Role.EDUCATION_PSYCHOLOGY)) {
                assertThat(child.nhsNumber()).isNull();
                assertThat(child.postcode()).isNull();
            }
        }
    }

    @Property
    void nothingIsClearedWithoutPurposeAndProvision(@ForAll("posted") Posted posted) {
        Ground ground = posted.message().envelope().ground();
        if (ground == null || ground.purpose() == null || ground.provision() == null) {
            assertThat(posted.decidedBy(gate)).isInstanceOf(Decision.Refused.class);
        }
    }

    @Property
    void everyClearedMessageStandsOnOneLineOfTheTable(@ForAll("posted") Posted posted) {
        Ground ground = posted.message().envelope().ground();
        if (posted.decidedBy(gate) instanceof Cleared && ground != null) {
            assertThat(Tables.shipped().grounds())
                    .anySatisfy(
                            line -> {
                                assertThat(line.purpose()).isEqualTo(ground.purpose());
                                assertThat(line.message()).isEqualTo(posted.message().type());
                                assertThat(line.provision()).isEqualTo(ground.provision());
                                assertThat(line.mayComeFrom(posted.sender())).isTrue();
                                assertThat(line.mayGoTo(posted.recipient())).isTrue();
                            });
        }
    }

    @Property
    void whatWasClearedIsClearedAgainUnchanged(@ForAll("posted") Posted posted) {
        if (posted.decidedBy(gate) instanceof Cleared cleared) {
            assertThat(
                            gate.decide(
                                    cleared.message(),
                                    posted.sender(),
                                    posted.recipient(),
                                    Circumstances.on(Bodies.TODAY)))
                    .isInstanceOfSatisfying(
                            Cleared.class,
                            again -> {
                                assertThat(again.message()).isEqualTo(cleared.message());
                                assertThat(again.withheld()).isEmpty();
                            });
        }
    }

    @Property
    void minimisingTouchesNothingButTheChildAndNamesWhatItTook(@ForAll("posted") Posted posted) {
        if (posted.decidedBy(gate) instanceof Cleared cleared) {
            Child whole = posted.message().envelope().child();
            assertThat(Scissors.withChild(cleared.message(), whole)).isEqualTo(posted.message());
            assertThat(cleared.withheld().isEmpty())
                    .isEqualTo(cleared.message().equals(posted.message()));
        }
    }

    @Property
    void everyRefusalSaysWhereWhatAndWhatToDo(@ForAll("strange") Posted posted) {
        if (posted.decidedBy(gate) instanceof Decision.Refused(var reasons)) {
            assertThat(reasons)
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                            reason -> {
                                assertThat(reason.pointer()).startsWith("/");
                                assertThat(reason.problem()).endsWith(")");
                                assertThat(reason.remedy()).endsWith(".");
                            });
        }
    }

    @Property
    void noReasonRepeatsAPersonalValue(@ForAll("strange") Posted posted) {
        if (posted.decidedBy(gate) instanceof Decision.Refused(var reasons)) {
            Child child = posted.message().envelope().child();
            assertThat(reasons.toString()).doesNotContain(child.dateOfBirth().toString());
            if (child.nhsNumber() != null) {
                assertThat(reasons.toString()).doesNotContain(child.nhsNumber().value());
            }
            if (child.upn() != null) {
                assertThat(reasons.toString()).doesNotContain(child.upn().value());
            }
        }
    }
}
