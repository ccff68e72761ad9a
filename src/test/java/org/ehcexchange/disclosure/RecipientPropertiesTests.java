package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Organisation;

import java.util.List;
import java.util.stream.Stream;

/// What holds whoever is told, of whatever happens.
class RecipientPropertiesTests {

    private static final OrganisationCode HOME = new OrganisationCode("LA:998");
    private static final OrganisationCode COMMISSIONER = new OrganisationCode("ODS:QN1");
    private static final OrganisationCode BEFORE_IT = new OrganisationCode("ODS:01N");

    private final MandatoryRecipients recipients = MandatoryRecipients.shipped();

    /// Any of those who might be told, and of those who might be declared absent.
    @Provide
    Arbitrary<MessagePlan> plans() {
        return plans(Arbitraries.of(CaseEvent.class));
    }

    @Provide
    Arbitrary<MessagePlan> concerningTheCommissioner() {
        return plans(Arbitraries.of(CaseEvent.FINAL_PLAN, CaseEvent.NO_PLAN, CaseEvent.CEASING));
    }

    private static Arbitrary<MessagePlan> plans(Arbitrary<CaseEvent> events) {
        return Combinators.combine(
                        events,
                        Arbitraries.of(anybody()).set().map(List::copyOf),
                        Arbitraries.of(MustBeTold.class).set())
                .as(
                        (event, told, absent) ->
                                new MessagePlan(
                                        event,
                                        Bodies.TODAY,
                                        HOME,
                                        null,
                                        told,
                                        absent.stream()
                                                .map(who -> new MessagePlan.Absence(who, "None"))
                                                .toList()));
    }

    private static List<Addressee> anybody() {
        Stream<Addressee> bodies =
                Counties.DIRECTORY.all().stream().map(Organisation::code).map(Addressee.Body::new);
        Stream<Addressee> others =
                Stream.of(MustBeTold.values()).map(who -> new Addressee.InWords(who, "By letter"));
        return Stream.concat(bodies, others).toList();
    }

    private Coverage check(MessagePlan plan) {
        return recipients.check(plan, Counties.DIRECTORY);
    }

    private static boolean misses(Coverage coverage, MustBeTold who) {
        return coverage instanceof Coverage.Incomplete(var missing)
                && missing.stream().anyMatch(each -> each.who() == who);
    }

    @Property
    void theCommissionerIsNeverMissedOnFinalPlanNoPlanAndCease(
            @ForAll("concerningTheCommissioner") MessagePlan plan) {
        boolean isTold =
                plan.told().contains(new Addressee.Body(COMMISSIONER))
                        || plan.told().contains(new Addressee.Body(BEFORE_IT));
        Statistics.collect(isTold);
        Statistics.coverage(
                coverage -> {
                    coverage.check(true).percentage(share -> share > 10);
                    coverage.check(false).percentage(share -> share > 10);
                });
        assertThat(misses(check(plan), MustBeTold.HEALTH_COMMISSIONER)).isEqualTo(!isTold);
    }

    @Property
    void tellingEverybodyMissesNobody(@ForAll("plans") MessagePlan plan) {
        List<Addressee> everybody =
                Stream.concat(plan.told().stream(), anybody().stream()).toList();
        MessagePlan more =
                new MessagePlan(
                        plan.event(), plan.day(), plan.by(), plan.practice(), everybody, List.of());

        assertThat(check(more)).isEqualTo(new Coverage.Complete());
    }

    @Property
    void whoeverIsMissedIsNamedWithLawAndRemedy(@ForAll("plans") MessagePlan plan) {
        if (check(plan) instanceof Coverage.Incomplete(var missing)) {
            assertThat(missing)
                    .isNotEmpty()
                    .allSatisfy(
                            each -> {
                                assertThat(each.name()).isNotBlank();
                                assertThat(each.provision()).contains("20");
                                assertThat(each.problem()).endsWith(".");
                                assertThat(each.remedy()).startsWith("Tell ").contains(each.name());
                            });
        }
    }
}
