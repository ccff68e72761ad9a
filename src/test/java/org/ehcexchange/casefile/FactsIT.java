package org.ehcexchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.disclosure.Agreement;
import org.ehcexchange.disclosure.Facts;
import org.ehcexchange.ledger.FactsOnRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// What the gate comes to know of what is on record.
class FactsIT {

    @TempDir static Path folder;
    private static CaseHouse house;

    @BeforeAll
    static void start() {
        house = CaseHouse.start(folder);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void nothingOnRecordIsNothingToRead() {
        FactsOnRecord facts = house.bean(FactsOnRecord.class);

        assertThat(facts.read(null, false)).isSameAs(Facts.NONE);
        assertThat(facts.read(null, true).protectedChild()).isTrue();
    }

    @Test
    void readsEachKindOfFactFromTheConversationsCase() {
        String reference = house.asked();
        List.of("consent-given", "objection", "opinion", "agreement", "not-shared")
                .forEach(kind -> house.recorded(reference, house.example(kind)));

        Facts facts = facts(reference);

        assertThat(facts.consents())
                .singleElement()
                .satisfies(
                        consent -> {
                            assertThat(consent.consent().givenOn())
                                    .isEqualTo(LocalDate.of(2026, 5, 6));
                            assertThat(consent.consent().withdrawnOn()).isNull();
                            assertThat(consent.sections())
                                    .containsExactlyInAnyOrder(Section.A, Section.B, Section.F);
                            assertThat(consent.covers().bodies())
                                    .containsExactly(new OrganisationCode("URN:900001"));
                        });
        assertThat(facts.objections()).hasSize(1);
        assertThat(facts.opinions())
                .singleElement()
                .satisfies(
                        opinion ->
                                assertThat(opinion.by())
                                        .isEqualTo(new OrganisationCode(CaseHouse.HOME)));
        assertThat(facts.agreements())
                .containsExactly(
                        new Agreement(
                                Agreement.By.AUTHORITY,
                                AdviceType.MEDICAL,
                                new OrganisationCode(CaseHouse.TRUST),
                                LocalDate.of(2026, 5, 6),
                                "SEND case officer"));
    }

    @Test
    void givesAConsentTheFirstDayItWasTakenBack() {
        String reference = house.asked();
        String given = house.example("consent-given");
        house.recorded(reference, given);
        String withdrawn = house.withdrawing(given);
        house.recorded(reference, withdrawn.replace("2026-05-20", "2026-06-01"));
        house.recorded(reference, house.withdrawing(given));

        assertThat(facts(reference).consents())
                .singleElement()
                .satisfies(
                        consent ->
                                assertThat(consent.consent().withdrawnOn())
                                        .isEqualTo(LocalDate.of(2026, 5, 20)));
    }

    private static Facts facts(String reference) {
        return house.bean(FactsOnRecord.class)
                .read(
                        house.database()
                                .sql(
                                        "select "
                                                + FactsOnRecord.COLUMN.formatted("v")
                                                + " from conversation v where v.case_reference ="
                                                + " :case")
                                .param("case", reference)
                                .query(String.class)
                                .single(),
                        false);
    }
}
