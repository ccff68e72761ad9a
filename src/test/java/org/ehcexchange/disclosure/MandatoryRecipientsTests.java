package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Who must be told of what happens in a case, and that nobody of them is missed.
class MandatoryRecipientsTests {

    private final MandatoryRecipients recipients = MandatoryRecipients.shipped();

    private List<Coverage.Missing> missing(MessagePlan plan) {
        return switch (recipients.check(plan, Counties.DIRECTORY)) {
            case Coverage.Complete _ -> List.of();
            case Coverage.Incomplete(var missing) -> missing;
        };
    }

    private static MessagePlan plan(String event, String by, @Nullable String told) {
        return plan(event, by, null, told, null);
    }

    private static MessagePlan plan(
            String event,
            String by,
            @Nullable String practice,
            @Nullable String told,
            @Nullable String absent) {
        return new MessagePlan(
                Code.find(CaseEvent.class, event).orElseThrow(),
                Bodies.TODAY,
                new OrganisationCode(by),
                practice == null ? null : new OrganisationCode(practice),
                words(told).map(MandatoryRecipientsTests::addressee).toList(),
                words(absent).map(who -> new MessagePlan.Absence(who(who), "None")).toList());
    }

    private static Addressee addressee(String word) {
        return word.contains(":")
                ? new Addressee.Body(new OrganisationCode(word))
                : new Addressee.InWords(who(word), "By letter");
    }

    private static MustBeTold who(String code) {
        return Code.find(MustBeTold.class, code).orElseThrow();
    }

    private static Stream<String> words(@Nullable String cell) {
        return cell == null ? Stream.empty() : Arrays.stream(cell.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/disclosure/message-plans.csv", numLinesToSkip = 1)
    void namesWhoeverIsMissed(
            String name,
            String event,
            String by,
            @Nullable String told,
            @Nullable String absent,
            @Nullable String missing) {
        assertThat(missing(plan(event, by, null, told, absent)))
                .as(name)
                .allSatisfy(each -> assertThat(each.remedy()).startsWith("Tell ").endsWith("."))
                .allSatisfy(each -> assertThat(each.problem()).endsWith("."))
                .extracting(each -> each.who().code())
                .containsExactlyElementsOf(words(missing).toList());
    }

    @Test
    void namesEverybodyWhoMustBeToldWhoeverIs() {
        assertThat(
                        recipients.wanted(
                                plan("final-plan", "LA:998", "parent-or-young-person"),
                                Counties.DIRECTORY))
                .containsExactly(
                        new MandatoryRecipients.Wanted(
                                MustBeTold.PARENT_OR_YOUNG_PERSON,
                                "the parent or young person",
                                "SEND Regulations 2014, reg. 13(2)"),
                        new MandatoryRecipients.Wanted(
                                MustBeTold.INSTITUTION,
                                "the school, college or early years setting",
                                "SEND Regulations 2014, reg. 13(2)"),
                        new MandatoryRecipients.Wanted(
                                MustBeTold.HEALTH_COMMISSIONER,
                                "NHS Northshire Integrated Care Board (ODS:QN1)",
                                "SEND Regulations 2014, reg. 13(2)"));
    }

    @Test
    void namesTheResponsibleOrganisationItsProvisionAndWhatToDo() {
        assertThat(missing(plan("final-plan", "LA:998", "parent-or-young-person URN:900001")))
                .containsExactly(
                        new Coverage.Missing(
                                MustBeTold.HEALTH_COMMISSIONER,
                                "NHS Northshire Integrated Care Board (ODS:QN1)",
                                "SEND Regulations 2014, reg. 13(2)",
                                "Nobody who must be told as the health commissioner (CCG/ICB) is"
                                        + " named.",
                                "Tell NHS Northshire Integrated Care Board (ODS:QN1), as an"
                                        + " organisation."));
        assertThat(missing(plan("final-plan", "LA:998", "parent-or-young-person ODS:QN1")))
                .containsExactly(
                        new Coverage.Missing(
                                MustBeTold.INSTITUTION,
                                "the school, college or early years setting",
                                "SEND Regulations 2014, reg. 13(2)",
                                "Nobody who must be told as the school, college or early years"
                                        + " setting is named.",
                                "Tell the school, college or early years setting, or say that"
                                        + " section I of the plan names no institution."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ODS:QS1 | ODS:QS1 is named, and is not the one who must be told.",
                "ODS:02N | ODS:02N closed on 2022-07-01 and was split; a person must choose between"
                        + " its successors.",
                "ODS:XX1 | ODS:XX1 is not in the directory.",
                "URN:900002 | Nobody who must be told as the health commissioner (CCG/ICB) is"
                        + " named.",
                "ODS:RN1 | Nobody who must be told as the health commissioner (CCG/ICB) is named.",
                "URN:900001 | Nobody who must be told as the health commissioner (CCG/ICB) is"
                        + " named."
            })
    void saysWhyABodyThatIsNamedIsNotTheOne(String named, String problem) {
        assertThat(missing(plan("considering", "LA:998", named + " social-care institution")))
                .extracting(Coverage.Missing::problem)
                .containsExactly(problem);
    }

    @Test
    void doesNotTakeACodeForAParent() {
        assertThat(missing(plan("draft-plan", "LA:998", "ODS:XX1")))
                .extracting(Coverage.Missing::problem)
                .containsExactly("Nobody who must be told as the parent or young person is named.");
    }

    @Test
    void saysThatSomebodyIsAlwaysThereToBeTold() {
        assertThat(missing(plan("transferred", "LA:999", null, null, "parent-or-young-person")))
                .extracting(Coverage.Missing::problem)
                .containsExactly(
                        "There is always somebody to tell: this one cannot be declared absent.");
    }

    @Test
    void asksWhyThereIsNobodyToTell() {
        MessagePlan unexplained =
                new MessagePlan(
                        CaseEvent.CEASING,
                        Bodies.TODAY,
                        new OrganisationCode("LA:998"),
                        null,
                        List.of(addressee("parent-or-young-person"), addressee("ODS:QN1")),
                        List.of(new MessagePlan.Absence(MustBeTold.INSTITUTION, " ")));

        assertThat(missing(unexplained))
                .extracting(Coverage.Missing::problem)
                .containsExactly("It is not said why there is nobody to tell.");
    }

    @Test
    void takesNoBlankForSomebody() {
        MessagePlan blank =
                new MessagePlan(
                        CaseEvent.DRAFT_PLAN,
                        Bodies.TODAY,
                        new OrganisationCode("LA:998"),
                        null,
                        List.of(new Addressee.InWords(MustBeTold.PARENT_OR_YOUNG_PERSON, "")),
                        List.of());

        assertThat(missing(blank)).hasSize(1);
    }

    @Test
    void asksThePracticesCommissionerWhereThePracticeIsKnown() {
        String told = "parent-or-young-person URN:900001 ODS:QS1";

        assertThat(missing(plan("final-plan", "LA:998", "ODS:Z99001", told, null))).isEmpty();
        assertThat(missing(plan("final-plan", "LA:998", "ODS:Z98001", told, null)))
                .extracting(Coverage.Missing::name)
                .containsExactly("NHS Northshire Integrated Care Board (ODS:QN1)");
    }

    @Test
    void namesEveryCommissionerOfAnAuthorityThatHasSeveral() {
        assertThat(missing(plan("considering", "LA:996", "social-care institution")))
                .extracting(Coverage.Missing::name)
                .containsExactly(
                        "NHS Northshire Integrated Care Board (ODS:QN1) or NHS Southmere Integrated"
                                + " Care Board (ODS:QS1)");
        assertThat(missing(plan("considering", "LA:996", "ODS:QS1 social-care institution")))
                .isEmpty();
    }

    @Test
    void showsNobodysWords() {
        MessagePlan plan =
                plan("final-plan", "LA:998", null, "parent-or-young-person", "institution");

        assertThat(plan.toString()).doesNotContain("By letter", "None");
    }
}
