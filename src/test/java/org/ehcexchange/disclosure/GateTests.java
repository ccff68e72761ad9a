package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.Consent;
import org.ehcexchange.canonical.ConsentGiver;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What may go to whom, and why not.
class GateTests {

    private static final Ground ASSESSMENT =
            new Ground(Purpose.EHC_NEEDS_ASSESSMENT, "SEND Regulations 2014, reg. 6(1)", null);
    private static final Ground MOVE =
            new Ground(Purpose.CHANGE_OF_COMMISSIONER, "SEND Regulations 2014, reg. 16", null);

    private final Gate gate = new Gate(DisclosureRules.shipped());

    private Decision decide(EhcMessage message, Organisation sender, Organisation recipient) {
        return gate.decide(message, sender, recipient, Circumstances.on(Bodies.TODAY));
    }

    private Decision ask(Organisation recipient, AdviceType type, Confidentiality... documents) {
        Letters letters = new Letters(Bodies.NORTHSHIRE, recipient, ASSESSMENT);
        return decide(letters.adviceRequest(type, documents), Bodies.NORTHSHIRE, recipient);
    }

    private static List<Violation> reasons(Decision decision) {
        return switch (decision) {
            case Cleared _ -> List.of();
            case Decision.Refused(var reasons) -> reasons;
        };
    }

    private static Cleared cleared(Decision decision) {
        assertThat(reasons(decision)).isEmpty();
        return (Cleared) decision;
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/disclosure/decisions.csv", numLinesToSkip = 1)
    void decidesAsTheLawDoes(
            String name,
            String type,
            @Nullable String adviceType,
            @Nullable String purpose,
            @Nullable String provision,
            String from,
            String to,
            String decision) {
        Organisation sender = Bodies.named(from);
        Organisation recipient = Bodies.named(to);
        Letters letters = new Letters(sender, recipient, ground(purpose, provision));
        EhcMessage message =
                adviceType == null
                        ? letters.of(Code.find(MessageType.class, type).orElseThrow())
                        : letters.adviceRequest(
                                Code.find(AdviceType.class, adviceType).orElseThrow());

        List<String> expected =
                decision.equals("cleared") ? List.of() : Arrays.asList(decision.split(" "));

        assertThat(reasons(decide(message, sender, recipient)))
                .as(name)
                .extracting(Violation::pointer)
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void letsEveryPublishedExampleGo(Path example) throws IOException {
        Map<String, Object> tree =
                new JsonMapper().readValue(example.toFile(), new TypeReference<>() {});

        assertThat(CanonicalReader.read(tree))
                .isInstanceOfSatisfying(
                        Reading.Valid.class,
                        valid ->
                                assertThat(
                                                reasons(
                                                        decide(
                                                                valid.message(),
                                                                Bodies.named(tree.get("from")),
                                                                Bodies.named(tree.get("to")))))
                                        .isEmpty());
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("mappings/canonical/examples"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static @Nullable Ground ground(@Nullable String purpose, @Nullable String provision) {
        if (purpose == null && provision == null) {
            return null;
        }
        return new Ground(
                purpose == null ? null : Code.find(Purpose.class, purpose).orElseThrow(),
                provision == null ? null : inFull(provision),
                null);
    }

    private static String inFull(String provision) {
        return provision
                .replace("SEND,", "SEND Regulations 2014,")
                .replace("CFA,", "Children and Families Act 2014,");
    }

    @Test
    void saysWhatIsWrongOnWhatProvisionAndWhatToDo() {
        Letters letters = new Letters(Bodies.NORTHSHIRE, Bodies.TRUST, null);

        assertThat(
                        reasons(
                                decide(
                                        letters.adviceRequest(AdviceType.PARENTAL),
                                        Bodies.NORTHSHIRE,
                                        Bodies.TRUST)))
                .containsExactly(
                        new Violation(
                                "/ground/purpose",
                                "The message names no purpose. (UK GDPR, art. 5(1)(b))",
                                "Name the purpose: ehc-needs-assessment."),
                        new Violation(
                                "/ground/provision",
                                "The message names no provision that carries its purpose."
                                        + " (UK GDPR, art. 6(1)(c) and (e), 6(3))",
                                "Name the provision: SEND Regulations 2014, reg. 6(1)."),
                        new Violation(
                                "/adviceType",
                                "The recipient's role does not give parental advice."
                                        + " (SEND Regulations 2014, reg. 6(1))",
                                "Ask the parent or young person, outside the exchange."));
    }

    @Test
    void saysWhoMaySendAndWhoMayReceive() {
        Ground ground =
                new Ground(Purpose.EHC_PLAN_TRANSFER, "SEND Regulations 2014, reg. 15(2)", null);
        Letters letters = new Letters(Bodies.SCHOOL, Bodies.SOCIAL_CARE, ground);

        assertThat(
                        reasons(
                                decide(
                                        letters.of(MessageType.PLAN_QUERIED),
                                        Bodies.SCHOOL,
                                        Bodies.SOCIAL_CARE)))
                .extracting(Violation::remedy)
                .containsExactly(
                        "Let an organisation send it whose role is authority.",
                        "Send it to an organisation whose role is authority.");
    }

    @Test
    void takesTheUpnOutOfWhatGoesToHealth() {
        for (Organisation health : List.of(Bodies.TRUST, Bodies.BOARD)) {
            Cleared cleared = cleared(ask(health, AdviceType.MEDICAL));

            assertThat(cleared.withheld())
                    .containsExactly(
                            "/child/upn: the UPN does not travel to health (UK GDPR, art."
                                    + " 5(1)(c))");
            assertThat(cleared.message().envelope().child()).isEqualTo(Letters.CHILD.withoutUpn());
            assertThat(cleared.recipient()).isEqualTo(health);
        }
    }

    @Test
    void takesNhsNumberAndPostcodeOutOfWhatGoesToEducation() {
        Cleared school = cleared(ask(Bodies.SCHOOL, AdviceType.EDUCATIONAL));
        Cleared psychology = cleared(ask(Bodies.PSYCHOLOGY, AdviceType.PSYCHOLOGICAL));

        Child child = school.message().envelope().child();
        assertThat(child.nhsNumber()).isNull();
        assertThat(child.postcode()).isNull();
        assertThat(child.upn()).isEqualTo(Letters.CHILD.upn());
        assertThat(child.familyName()).isEqualTo(Letters.CHILD.familyName());
        assertThat(psychology.message().envelope().child()).isEqualTo(child);
        assertThat(school.withheld())
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("/child/nhsNumber", "/child/postcode");
    }

    @Test
    void leavesSocialCareAndTheAuthorityWhatTheyNeedToFindTheChild() {
        Cleared cleared = cleared(ask(Bodies.SOCIAL_CARE, AdviceType.SOCIAL_CARE));

        assertThat(cleared.withheld()).isEmpty();
        assertThat(cleared.message().envelope().child()).isEqualTo(Letters.CHILD);
    }

    @Test
    void withholdsNothingThatIsNotThere() {
        Letters letters = new Letters(Bodies.NORTHSHIRE, Bodies.TRUST, ASSESSMENT);
        EhcMessage bare =
                Scissors.withChild(
                        letters.adviceRequest(AdviceType.MEDICAL), Letters.CHILD.withoutUpn());

        assertThat(cleared(decide(bare, Bodies.NORTHSHIRE, Bodies.TRUST)).withheld()).isEmpty();
    }

    @Test
    void refusesVeryRestrictedDocumentsToASchoolAndNamesEach() {
        assertThat(
                        reasons(
                                ask(
                                        Bodies.SCHOOL,
                                        AdviceType.EDUCATIONAL,
                                        Confidentiality.NORMAL,
                                        Confidentiality.VERY_RESTRICTED,
                                        Confidentiality.RESTRICTED,
                                        Confidentiality.VERY_RESTRICTED)))
                .extracting(Violation::pointer)
                .containsExactly("/documents/1", "/documents/3");
        assertThat(reasons(ask(Bodies.TRUST, AdviceType.MEDICAL, Confidentiality.VERY_RESTRICTED)))
                .isEmpty();
    }

    @Test
    void refusesSectionsThatAreNotHealthsToACommissioner() {
        Letters letters = new Letters(Bodies.BOARD, Bodies.NEXT_BOARD, MOVE);
        EhcMessage message = letters.notification(Section.C, Section.G, Section.D, Section.A);

        assertThat(reasons(decide(message, Bodies.BOARD, Bodies.NEXT_BOARD)))
                .extracting(Violation::pointer)
                .containsExactly("/sections/A", "/sections/D");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"C", "G"})
    void letsNoOtherSectionOfThePlanGoWithANotification(Section section) {
        EhcMessage message = toNextBoard().notification(Section.C, Section.G, section);

        assertThat(reasons(decide(message, Bodies.BOARD, Bodies.NEXT_BOARD)))
                .extracting(Violation::pointer)
                .containsExactly("/sections/" + section);
    }

    @Test
    void letsNoDocumentGoWithANotification() {
        EhcMessage message = toNextBoard().notificationWithDocuments(2);

        assertThat(reasons(decide(message, Bodies.BOARD, Bodies.NEXT_BOARD)))
                .extracting(Violation::pointer)
                .containsExactly("/documents/0", "/documents/1");
    }

    private static Letters toNextBoard() {
        return new Letters(
                Bodies.BOARD,
                Bodies.NEXT_BOARD,
                new Ground(Purpose.CHANGE_OF_COMMISSIONER, "SEND Regulations 2014, reg. 16", null));
    }

    @Test
    void refusesABodyThatClosedAndNamesItsSuccessor() {
        LocalDate closing = Bodies.TODAY;
        Organisation closed =
                Bodies.body(
                        "ODS:RN1",
                        Role.HEALTH_PROVIDER,
                        closing,
                        new Channel.FhirPoll(),
                        "ODS:RN2",
                        "ODS:RN3");
        EhcMessage message =
                new Letters(Bodies.NORTHSHIRE, closed, ASSESSMENT)
                        .adviceRequest(AdviceType.MEDICAL);

        assertThat(
                        reasons(
                                gate.decide(
                                        message,
                                        Bodies.NORTHSHIRE,
                                        closed,
                                        Circumstances.on(closing))))
                .singleElement()
                .satisfies(
                        reason -> {
                            assertThat(reason.pointer()).isEqualTo("/to");
                            assertThat(reason.problem()).contains("ODS:RN1", "2026-11-23");
                            assertThat(reason.remedy()).contains("ODS:RN2 or ODS:RN3");
                        });
        assertThat(
                        reasons(
                                gate.decide(
                                        message,
                                        Bodies.NORTHSHIRE,
                                        closed,
                                        Circumstances.on(closing.minusDays(1)))))
                .isEmpty();
    }

    @Test
    void refusesABodyThatClosedWithoutSuccessor() {
        Organisation closed = Bodies.body("ODS:RN1", Role.HEALTH_PROVIDER, Bodies.TODAY, null);
        EhcMessage message =
                new Letters(Bodies.NORTHSHIRE, closed, ASSESSMENT)
                        .adviceRequest(AdviceType.MEDICAL);

        assertThat(reasons(decide(message, Bodies.NORTHSHIRE, closed)))
                .singleElement()
                .extracting(Violation::remedy)
                .isEqualTo("Send it to the organisation that has taken over its duties.");
    }

    @Test
    void refusesABodyThatCannotBeReached() {
        Organisation silent =
                Bodies.body("ODS:RN1", Role.HEALTH_PROVIDER, Bodies.TODAY.plusDays(1), null);
        EhcMessage message =
                new Letters(Bodies.NORTHSHIRE, silent, ASSESSMENT)
                        .adviceRequest(AdviceType.MEDICAL);

        assertThat(reasons(decide(message, Bodies.NORTHSHIRE, silent)))
                .singleElement()
                .satisfies(reason -> assertThat(reason.problem()).contains("no channel"));
    }

    @Test
    void refusesWhatTheRecipientsChannelDoesNotCarry() {
        Organisation school =
                Bodies.body(
                        "URN:900001",
                        Role.EDUCATION_SETTING,
                        null,
                        new Channel.SsdOverHttp(
                                URI.create("https://school.example"), new Channel.Login.None()));
        Ground ground =
                new Ground(Purpose.EHC_PLAN_DISCLOSURE, "SEND Regulations 2014, reg. 14", null);

        assertThat(
                        reasons(
                                decide(
                                        new Letters(Bodies.NORTHSHIRE, school, ground)
                                                .of(MessageType.PLAN_COPY),
                                        Bodies.NORTHSHIRE,
                                        school)))
                .containsExactly(
                        new Violation(
                                "/to",
                                "The recipient URN:900001 is reached over ssd-json-http, which"
                                        + " carries no plan-copy. (UK GDPR, art. 5(1)(f))",
                                "Give it outside the exchange, or give the recipient a canonical"
                                        + " channel in the directory."));
    }

    @Test
    void clearsAMessageOnlyForTheOrganisationsItNames() {
        EhcMessage message =
                new Letters(Bodies.NORTHSHIRE, Bodies.TRUST, ASSESSMENT)
                        .adviceRequest(AdviceType.MEDICAL);

        assertThat(reasons(decide(message, Bodies.SOUTHMERE, Bodies.TRUST)))
                .extracting(Violation::pointer)
                .containsExactly("/from");
        assertThat(reasons(decide(message, Bodies.NORTHSHIRE, Bodies.BOARD)))
                .extracting(Violation::pointer)
                .containsExactly("/to");
    }

    @Test
    void doesNotStopAStatutorySendingWhenConsentWasWithdrawn() {
        Consent withdrawn =
                new Consent(
                        ConsentGiver.PARENT,
                        LocalDate.of(2026, 1, 1),
                        "sharing",
                        LocalDate.of(2026, 6, 1));
        Ground ground = new Ground(ASSESSMENT.purpose(), ASSESSMENT.provision(), withdrawn);
        Letters letters = new Letters(Bodies.NORTHSHIRE, Bodies.TRUST, ground);

        assertThat(
                        reasons(
                                decide(
                                        letters.adviceRequest(AdviceType.MEDICAL),
                                        Bodies.NORTHSHIRE,
                                        Bodies.TRUST)))
                .isEmpty();
    }

    @Test
    void doesNotTakeConsentForAGround() {
        Consent given = new Consent(ConsentGiver.PARENT, LocalDate.of(2026, 1, 1), "sharing", null);
        Letters letters =
                new Letters(Bodies.NORTHSHIRE, Bodies.TRUST, new Ground(null, null, given));

        assertThat(
                        reasons(
                                decide(
                                        letters.adviceRequest(AdviceType.MEDICAL),
                                        Bodies.NORTHSHIRE,
                                        Bodies.TRUST)))
                .extracting(Violation::pointer)
                .containsExactly("/ground/purpose", "/ground/provision");
    }

    @Test
    void refusesAForbiddenFieldThatNoRuleTakesOut() {
        FieldLine line =
                new FieldLine(
                        Field.POSTCODE,
                        Set.of(Role.HEALTH_PROVIDER),
                        FieldLine.Then.REFUSE,
                        "an invented rule",
                        "An Invented Order, art. 1",
                        Set.of());
        Tables shipped = Tables.shipped();
        Gate strict =
                new Gate(
                        new DisclosureRules(
                                        new Tables(
                                                shipped.grounds(),
                                                shipped.disclosures(),
                                                shipped.advisers(),
                                                List.of(line)))
                                .all());
        EhcMessage message =
                new Letters(Bodies.NORTHSHIRE, Bodies.TRUST, ASSESSMENT)
                        .adviceRequest(AdviceType.MEDICAL);

        assertThat(
                        reasons(
                                strict.decide(
                                        message,
                                        Bodies.NORTHSHIRE,
                                        Bodies.TRUST,
                                        Circumstances.on(Bodies.TODAY))))
                .containsExactly(
                        new Violation(
                                "/child/postcode",
                                "This may not go to this recipient: an invented rule. (An Invented"
                                        + " Order, art. 1)",
                                "Leave it out and send the message again."));
    }
}
