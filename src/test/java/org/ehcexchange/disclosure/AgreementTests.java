package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// Advice that is there is not asked for again once all three agree (SEND Regulations 2014, reg.
/// 6(4)).
class AgreementTests {

    private static final Letters LETTERS =
            new Letters(
                    Bodies.NORTHSHIRE,
                    Bodies.TRUST,
                    new Ground(
                            Purpose.EHC_NEEDS_ASSESSMENT,
                            "SEND Regulations 2014, reg. 6(1)",
                            null));

    private final Gate gate = new Gate(DisclosureRules.shipped());

    private Decision decide(EhcMessage message, @Nullable String agreed) {
        Facts facts = new Facts(false, List.of(), List.of(), List.of(), agreements(agreed));
        return gate.decide(
                message, Bodies.NORTHSHIRE, Bodies.TRUST, new Circumstances(Bodies.TODAY, facts));
    }

    private static List<Agreement> agreements(@Nullable String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split("; ")).map(AgreementTests::agreement).toList();
    }

    private static Agreement agreement(String words) {
        String[] word = words.split(" ");
        return new Agreement(
                Code.find(Agreement.By.class, word[0]).orElseThrow(),
                Code.find(AdviceType.class, word[1]).orElseThrow(),
                word.length == 4 ? new OrganisationCode(word[3]) : null,
                LocalDate.parse(word[2]),
                "SEND officer");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/disclosure/agreements.csv", numLinesToSkip = 1)
    void asksAgainUnlessAllThreeAgree(
            String name, @Nullable String agreed, String decision, @Nullable String missing) {
        switch (decide(LETTERS.adviceRequest(AdviceType.MEDICAL), agreed)) {
            case Cleared cleared -> {
                assertThat(decision).isEqualTo("goes");
                assertThat(cleared.notes()).isEqualTo(notes(missing));
            }
            case Decision.Refused(var reasons) -> {
                assertThat(decision).isEqualTo("refused");
                assertThat(reasons)
                        .containsExactly(
                                new Violation(
                                        "/adviceType",
                                        "The adviser, the authority and the parent or young person"
                                                + " have agreed that the advice given before is"
                                                + " sufficient. (SEND Regulations 2014, reg. 6(4))",
                                        "Use that advice; ask again only once one of the three has"
                                                + " taken the agreement back."));
            }
        }
    }

    private static List<String> notes(@Nullable String missing) {
        return missing == null
                ? List.of()
                : List.of(
                        "asked again: that the advice given before is sufficient is not agreed by "
                                + missing
                                + " (SEND Regulations 2014, reg. 6(4))");
    }

    @Test
    void stopsNothingButTheRequest() {
        assertThat(
                        decide(
                                LETTERS.of(MessageType.ADVICE_REMINDER),
                                "adviser medical 2026-11-01; authority medical 2026-11-01; family"
                                        + " medical 2026-11-01"))
                .isInstanceOf(Cleared.class);
    }
}
