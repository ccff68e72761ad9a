package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.directory.Role;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What holds for every message, sender and recipient.
class GatePropertiesTests {

    private final Gate gate = new Gate(DisclosureRules.shipped());

    @Provide
    Arbitrary<Posted> posted() {
        return Posted.mostlyLawful();
    }

    @Provide
    Arbitrary<Posted> byDuty() {
        return Posted.byDuty();
    }

    @Provide
    Arbitrary<Posted> strange() {
        return Posted.strange();
    }

    @Provide
    Arbitrary<List<RecordedConsent>> consents() {
        return SyntheticFacts.consents().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Objection>> objections() {
        return SyntheticFacts.objections().list().ofMaxSize(3);
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
            assertThat(posted.again(cleared.message(), posted.facts(), gate))
                    .isInstanceOfSatisfying(
                            Cleared.class,
                            again -> {
                                assertThat(again.message()).isEqualTo(cleared.message());
                                assertThat(again.withheld()).isEmpty();
                                assertThat(again.notes()).isEqualTo(cleared.notes());
                            });
        }
    }

    @Property
    void nothingClearedHoldsWhatAnyRuleWithholds(@ForAll("posted") Posted posted) {
        if (posted.decidedBy(gate) instanceof Cleared cleared) {
            Passage passage =
                    new Passage(
                            cleared.message(),
                            posted.sender(),
                            posted.recipient(),
                            new Circumstances(Bodies.TODAY, posted.facts()));
            assertThat(DisclosureRules.shipped())
                    .filteredOn(DisclosureRule.Withholding.class::isInstance)
                    .map(DisclosureRule.Withholding.class::cast)
                    .flatMap(rule -> rule.cut().apply(passage).withheld())
                    .isEmpty();
        }
    }

    @Property
    void consentAndObjectionsNeverChangeWhatADutySends(
            @ForAll("byDuty") Posted posted,
            @ForAll("consents") List<RecordedConsent> consents,
            @ForAll("objections") List<Objection> objections) {
        Facts others =
                new Facts(
                        posted.facts().protectedChild(),
                        consents,
                        objections,
                        posted.facts().opinions(),
                        posted.facts().agreements());

        switch (posted.decidedBy(gate)) {
            case Decision.Refused refused ->
                    assertThat(posted.decidedBy(gate, others)).isEqualTo(refused);
            case Cleared cleared ->
                    assertThat(posted.decidedBy(gate, others))
                            .isInstanceOfSatisfying(
                                    Cleared.class,
                                    again -> {
                                        assertThat(again.message()).isEqualTo(cleared.message());
                                        assertThat(again.withheld()).isEqualTo(cleared.withheld());
                                    });
        }
    }

    @Property
    void minimisingTouchesNothingButTheChildAndNamedSections(@ForAll("posted") Posted posted) {
        if (posted.decidedBy(gate) instanceof Cleared cleared) {
            Child whole = posted.message().envelope().child();
            EhcMessage less =
                    posted.message() instanceof PlanCopy copy
                            ? Scissors.without(sectionsWithheld(cleared), copy)
                            : posted.message();
            assertThat(Scissors.withChild(cleared.message(), whole)).isEqualTo(less);
        }
    }

    private static Set<Section> sectionsWithheld(Cleared cleared) {
        return Arrays.stream(Section.values())
                .filter(
                        section ->
                                cleared.withheld().stream()
                                        .anyMatch(
                                                line ->
                                                        line.startsWith(
                                                                "/plan/sections/" + section + ":")))
                .collect(Collectors.toSet());
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
