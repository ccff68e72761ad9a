package org.ehcexchange.disclosure;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.Consent;
import org.ehcexchange.canonical.ConsentGiver;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.directory.Role;

import java.time.LocalDate;

/// What may be on record of a child, around the day of the tests.
final class SyntheticFacts {

    private SyntheticFacts() {}

    static Arbitrary<Facts> any() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        consents().list().ofMaxSize(3),
                        objections().list().ofMaxSize(2),
                        opinions().list().ofMaxSize(2),
                        agreements().list().ofMaxSize(3))
                .as(Facts::new);
    }

    static Arbitrary<RecordedConsent> consents() {
        return Combinators.combine(
                        Arbitraries.of(ConsentGiver.class),
                        days(),
                        days().injectNull(0.5),
                        Arbitraries.of(Section.class).set(),
                        audiences())
                .as(
                        (giver, on, withdrawn, sections, covers) ->
                                new RecordedConsent(
                                        new Consent(giver, on, "Telling the plan", withdrawn),
                                        sections,
                                        covers));
    }

    static Arbitrary<Objection> objections() {
        return Combinators.combine(Arbitraries.of(ConsentGiver.class), days(), audiences())
                .as(Objection::new);
    }

    private static Arbitrary<Opinion> opinions() {
        return Combinators.combine(
                        codes(),
                        days(),
                        Arbitraries.of("They cannot help without it.", " "),
                        audiences())
                .as(Opinion::new);
    }

    private static Arbitrary<Agreement> agreements() {
        return Combinators.combine(
                        Arbitraries.of(Agreement.By.class),
                        Arbitraries.of(AdviceType.class),
                        codes().injectNull(0.5),
                        days())
                .as(
                        (by, type, adviser, on) ->
                                new Agreement(by, type, adviser, on, "SEND officer"));
    }

    private static Arbitrary<Audience> audiences() {
        return Combinators.combine(
                        Arbitraries.of(Role.class).set().ofMaxSize(4), codes().set().ofMaxSize(2))
                .as(Audience::new);
    }

    private static Arbitrary<OrganisationCode> codes() {
        return Arbitraries.of(Bodies.ALL).map(body -> body.code());
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-10, 3).map(Bodies.TODAY::plusDays);
    }
}
