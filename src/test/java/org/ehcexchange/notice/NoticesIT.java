package org.ehcexchange.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.DeclineCode;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.ExceptionKind;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.SearchedBy;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.DemoClock;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.notice.MailedExchange.Mail;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Transfers;
import org.ehcexchange.sealing.Sealed;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// People are told by email what waits for them, once, and never whom it is about.
class NoticesIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SENCO = "senco@brookside.example";
    private static final String TEACHER = "teacher@brookside.example";
    private static final String PSYCHOLOGIST = "psychologist@eastmere-eps.example";
    private static final String CASEWORKER = "caseworker@northshire.example";
    private static final String OFFICER = "officer@northshire-icb.example";
    private static final String NEIGHBOUR = "alex@southmere.example";
    private static final OrganisationCode NURSERY = new OrganisationCode("URN:900002");
    private static final OrganisationCode EPS = new OrganisationCode("SVC:eastmere-eps");

    /// What stands in messages and in nothing else.
    private static final String FREE_TEXT = "Whispered-free-text";
    private static final List<String> MARKS =
            new ArrayList<>(
                    List.of(
                            "Quillfeather",
                            "Zebedee",
                            FREE_TEXT,
                            "ZZ99",
                            "Testerson",
                            "2018-04-12",
                            "12 Apr 2018"));

    private static final AtomicInteger NEXT = new AtomicInteger(7000);

    @TempDir static Path folder;

    private static MailedExchange house;

    @BeforeAll
    static void start() throws IOException {
        house = MailedExchange.open(folder);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @AfterEach
    void nothingTellsWhoAChildIs() {
        assertThat(house.all())
                .isNotEmpty()
                .extracting(Mail::whole)
                .allSatisfy(mail -> assertThat(mail).doesNotContain(MARKS));
    }

    @Test
    void tellThoseOfAWorktrayOfARequestThatIsNewHandedOutAndTakenBack() {
        AdviceRequest request = ask(NURSERY, child());
        awaitTold(SENCO, Stage.NEW_REQUEST.words(), request);
        awaitTold(TEACHER, Stage.NEW_REQUEST.words(), request);
        Mail mail = house.to(SENCO).getLast();
        assertThat(mail.body())
                .contains("Asked by: Northshire County Council")
                .contains("https://ehc.northshire.example/worktray/" + id(request));
        assertThat(mail.headers())
                .contains("Auto-Submitted: auto-generated")
                .contains("@northshire.example>")
                .contains("text/plain; charset=UTF-8")
                .contains("From: EHC Exchange <no-reply@northshire.example>");

        String page = "/worktray/" + id(request) + "/hand-out";
        new Visitor(house.exchange().url(""))
                .signIn(SENCO, "demo")
                .submit(page, page, Map.of("colleague", TEACHER, "note", FREE_TEXT));
        awaitTold(TEACHER, Stage.HANDED_OUT.words(), request);

        accept(Messages.withdrawn(request));
        awaitTold(TEACHER, Stage.WITHDRAWN.words(), request);
        awaitTold(SENCO, Stage.WITHDRAWN.words(), request);
        assertThat(told(SENCO, Stage.HANDED_OUT.words(), request)).isZero();
        assertThat(audited("emailed", TEACHER, request)).isEqualTo(3);
    }

    @Test
    void tellTheCaseworkerOfWhatABodyAnswers() {
        LocalDate today = LocalDate.of(2026, 11, 20);
        AdviceRequest unknown = ask(EPS, child());
        AdviceRequest declined = ask(EPS, child().asProtected());
        AdviceRequest late = ask(EPS, child());
        AdviceRequest given = ask(EPS, child());
        answer(
                unknown,
                new Answer.NothingKnown(
                        List.of(
                                new Answer.Search(
                                        SearchedBy.NAME_AND_DATE_OF_BIRTH, FREE_TEXT, today))));
        answer(
                declined,
                new Answer.Declined(
                        List.of(
                                new Answer.Reason(
                                        DeclineCode.NOT_RESPONSIBLE_BODY,
                                        FREE_TEXT + " for the whole area"))));
        answer(
                late,
                new Answer.Late(
                        new Answer.LateException(
                                ExceptionKind.MISSED_APPOINTMENT,
                                FREE_TEXT,
                                today,
                                null,
                                "Psychologist"),
                        LocalDate.of(2027, 2, 1)));
        answer(given, new Answer.Provided(List.of(FREE_TEXT), List.of(), List.of()));

        awaitTold(CASEWORKER, Stage.NOTHING_KNOWN.words(), unknown);
        awaitTold(CASEWORKER, Stage.DECLINED.words(), declined);
        awaitTold(CASEWORKER, Stage.EXCEPTION.words(), late);
        assertThat(told(CASEWORKER, Stage.ADVICE_ARRIVED.words(), given)).isZero();

        advance(Duration.ofDays(1));
        awaitTold(CASEWORKER, Stage.ADVICE_ARRIVED.words(), given);
    }

    @Test
    void tellThatTimeRunsOutAndHasRunOut() {
        AdviceRequest request = ask(NURSERY, child());
        awaitTold(SENCO, Stage.NEW_REQUEST.words(), request);
        awaitUntil("select count(*) from advice_clock where conversation_id = ?", id(request), 1);

        advance(Duration.ofDays(36));
        awaitTold(SENCO, "Due soon: advice return", request);
        assertThat(told(CASEWORKER, "Due soon: advice return", request)).isZero();

        advance(Duration.ofDays(9));
        awaitTold(SENCO, "Overdue: advice return", request);
        awaitTold(CASEWORKER, "Overdue: advice return", request);
        assertThat(told(SENCO, "Due soon: advice return", request)).isOne();
    }

    @Test
    void tellOfAHeldChildAndThenOfTheRequest() {
        Child child = child();
        ask(EPS, child);
        AdviceRequest doubtful = ask(EPS, otherwiseNamed(child));
        awaitTold(CASEWORKER, Stage.HELD.words(), doubtful);
        assertThat(told(PSYCHOLOGIST, Stage.NEW_REQUEST.words(), doubtful)).isZero();

        releaseAll();
        awaitTold(PSYCHOLOGIST, Stage.NEW_REQUEST.words(), doubtful);
    }

    private static Child otherwiseNamed(Child child) {
        return new Child(
                child.reference(),
                child.nhsNumber(),
                null,
                "Otherwise",
                child.givenNames(),
                child.dateOfBirth(),
                null,
                null,
                false);
    }

    private static void releaseAll() {
        Held held = house.exchange().bean(Held.class);
        held.waiting(null, 100)
                .forEach(
                        item ->
                                held.release(
                                        item.id(),
                                        new Held.Decision(Messages.COUNCIL, "the same child")));
    }

    @Test
    void tellOfAnAnswerOnceAPersonHasSaidThatItIsAboutTheChild() {
        AdviceRequest unknown = ask(EPS, child());
        AdviceRequest given = ask(EPS, child());
        answerDoubtfully(
                unknown,
                new Answer.NothingKnown(
                        List.of(
                                new Answer.Search(
                                        SearchedBy.NAME_AND_DATE_OF_BIRTH,
                                        FREE_TEXT,
                                        LocalDate.of(2026, 11, 2)))));
        answerDoubtfully(given, new Answer.Provided(List.of(FREE_TEXT), List.of(), List.of()));
        awaitTold(CASEWORKER, Stage.HELD.words(), unknown);
        awaitTold(CASEWORKER, Stage.HELD.words(), given);
        assertThat(told(CASEWORKER, Stage.NOTHING_KNOWN.words(), unknown)).isZero();

        releaseAll();
        awaitTold(CASEWORKER, Stage.NOTHING_KNOWN.words(), unknown);
        assertThat(told(CASEWORKER, Stage.ADVICE_ARRIVED.words(), given)).isZero();
        advance(Duration.ofDays(1));

        awaitTold(CASEWORKER, Stage.ADVICE_ARRIVED.words(), given);
        awaitNothingToTell();
        assertThat(told(CASEWORKER, Stage.NOTHING_KNOWN.words(), unknown)).isOne();
        assertThat(told(PSYCHOLOGIST, Stage.NOTHING_KNOWN.words(), unknown)).isZero();
    }

    /// Calls the child by another name, so that the answer is held.
    private static void answerDoubtfully(AdviceRequest request, Answer answer) {
        accept(
                new AdviceReturn(
                        Messages.reply(request, request.envelope().to())
                                .withChild(otherwiseNamed(request.envelope().child())),
                        answer));
    }

    @ParameterizedTest
    @CsvSource({"query, question, PLAN_QUERIED", "decline, why, PLAN_DECLINED"})
    void tellTheOldAuthorityThatAPlanIsAskedAboutOrDeclined(
            String decision, String field, Stage stage) {
        PlanTransfer plan = movedToday();
        accept(plan);
        String page = "/plans/" + plan.envelope().conversationId();

        new Visitor(house.exchange().url(""))
                .signIn("alex", "demo")
                .submit(page, page, Map.of("decision", decision, field, FREE_TEXT));

        awaitTold(CASEWORKER, stage.words(), plan.plan().reference());
        assertThat(told(NEIGHBOUR, stage.words(), plan.plan().reference())).isZero();
    }

    @Test
    void tellOfAPlanToAcceptAndOfANotificationToApprove() {
        PlanTransfer plan = movedToday();
        accept(plan);

        awaitTold(NEIGHBOUR, Stage.PLAN_TO_ACCEPT.words(), plan.plan().reference());
        awaitTold(OFFICER, Stage.NOTIFICATION_TO_APPROVE.words(), plan.plan().reference());
        assertThat(house.to(NEIGHBOUR).getLast().body())
                .contains(
                        "https://ehc.northshire.example/plans/" + plan.envelope().conversationId());
    }

    @Test
    void remindTheOldCommissionerAndTellOfItsDayAndOfTheOldAuthoritysUntilBothAreDone() {
        PlanTransfer waiting = movedToday();
        PlanTransfer dismissed = movedToday();
        accept(waiting);
        accept(dismissed);
        awaitTold(OFFICER, Stage.NOTIFICATION_TO_APPROVE.words(), reference(waiting));
        awaitTold(OFFICER, Stage.NOTIFICATION_TO_APPROVE.words(), reference(dismissed));
        dismiss(dismissed);

        until(waiting, "reminders[1]");
        awaitTold(OFFICER, "Reminder: ccg move", reference(waiting));
        assertThat(house.to(OFFICER).getLast().body())
                .contains("For: Northshire County Council\nDue: ")
                .contains("https://ehc.northshire.example/notifications/");
        until(waiting, "reminders[2]");
        awaitTold(OFFICER, "Due soon: ccg move", reference(waiting));
        awaitTold(CASEWORKER, "Due soon: transfer", reference(waiting));
        until(waiting, "due_on + 1");
        awaitTold(OFFICER, "Overdue: ccg move", reference(waiting));
        awaitTold(CASEWORKER, "Overdue: ccg move", reference(waiting));
        awaitTold(CASEWORKER, "Overdue: transfer", reference(waiting));
        awaitNothingToTell();

        assertThat(told(OFFICER, "Reminder: ccg move", reference(waiting))).isOne();
        assertThat(told(OFFICER, "Due soon: ccg move", reference(waiting))).isOne();
        assertThat(told(CASEWORKER, "Due soon: ccg move", reference(waiting))).isZero();
        for (String stage : List.of("Reminder", "Due soon", "Overdue")) {
            assertThat(told(OFFICER, stage + ": ccg move", reference(dismissed))).isZero();
        }
    }

    @Test
    void remindOnceThoughNobodyLookedForDays() {
        PlanTransfer plan = movedToday();
        accept(plan);
        awaitTold(OFFICER, Stage.NOTIFICATION_TO_APPROVE.words(), reference(plan));

        until(plan, "reminders[1] + 1");
        awaitTold(OFFICER, "Reminder: ccg move", reference(plan));
        until(plan, "due_on + 3");
        awaitTold(OFFICER, "Overdue: ccg move", reference(plan));
        awaitNothingToTell();

        assertThat(told(OFFICER, "Reminder: ccg move", reference(plan))).isOne();
        assertThat(told(OFFICER, "Due soon: ccg move", reference(plan))).isZero();
    }

    private static String reference(PlanTransfer plan) {
        return plan.plan().reference();
    }

    /// Moves time to a day of the old commissioner's clock.
    private static void until(PlanTransfer plan, String day) {
        LocalDate there =
                house.exchange()
                        .bean(JdbcClient.class)
                        .sql(
                                "select %s from running_clock where rule = 'ccg-move' and case_reference = ?"
                                        .formatted(day))
                        .param(reference(plan))
                        .query(LocalDate.class)
                        .single();
        advance(Duration.between(now(), LondonDay.at(there, LocalTime.NOON)));
    }

    private static void dismiss(PlanTransfer plan) {
        String page =
                "/notifications/"
                        + house.exchange()
                                .bean(JdbcClient.class)
                                .sql(
                                        "select conversation_id from running_clock where rule ="
                                                + " 'ccg-move' and case_reference = ?")
                                .param(reference(plan))
                                .query(UUID.class)
                                .single();
        new Visitor(house.exchange().url(""))
                .signIn(OFFICER, "demo")
                .submit(
                        page,
                        page + "/dismiss",
                        Map.of("because", "child-did-not-move", "why", "The family stays."));
    }

    @Test
    void waitForTheMailServerThroughARestartAndAreSentOnce() {
        awaitNothingToTell();
        house.mailGoesDown();
        int before = house.to(PSYCHOLOGIST).size();
        AdviceRequest first = ask(EPS, child());
        awaitReady(PSYCHOLOGIST);
        AdviceRequest second = ask(EPS, child());
        AdviceRequest third = ask(EPS, child());

        house.startAgain();
        house.mailComesBack();

        awaitTold(PSYCHOLOGIST, Stage.NEW_REQUEST.words(), first);
        awaitTold(PSYCHOLOGIST, Stage.NEW_REQUEST.words(), second);
        awaitTold(PSYCHOLOGIST, Stage.NEW_REQUEST.words(), third);
        assertThat(house.to(PSYCHOLOGIST)).hasSize(before + 2);
        assertThat(audited("emailed", PSYCHOLOGIST, first)).isOne();
    }

    @Test
    void areGivenUpAfterDaysWithoutAMailServerWhichIsAuditedAndCounted() {
        awaitNothingToTell();
        house.mailGoesDown();
        AdviceRequest request = ask(EPS, child());
        awaitReady(PSYCHOLOGIST);

        advance(Duration.ofDays(4));

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(audited("not-emailed", PSYCHOLOGIST, request))
                                        .isPositive());
        assertThat(
                        house.exchange()
                                .bean(io.micrometer.core.instrument.MeterRegistry.class)
                                .get("exchange.notices.given.up")
                                .gauge()
                                .value())
                .isPositive();
        house.mailComesBack();
        awaitTold(PSYCHOLOGIST, Stage.NEW_REQUEST.words(), ask(EPS, child()));
        assertThat(told(PSYCHOLOGIST, Stage.NEW_REQUEST.words(), request)).isZero();
    }

    @Test
    void areSentOnceHoweverManySend() {
        MailRows mails = house.exchange().bean(MailRows.class);
        Postbox postbox = house.exchange().bean(Postbox.class);
        Instant past = Instant.parse("2026-11-01T09:00:00Z");
        List<String> people = List.of(SENCO, TEACHER, PSYCHOLOGIST, CASEWORKER, OFFICER);
        String subject = "Race " + UUID.randomUUID();
        awaitNothingToTell();
        people.forEach(
                person ->
                        mails.add(
                                UUID.randomUUID(), person, new Letter(subject, "Of nobody"), past));

        CompletableFuture.allOf(
                        IntStream.range(0, 4)
                                .mapToObj(i -> CompletableFuture.runAsync(postbox::send))
                                .toArray(CompletableFuture[]::new))
                .join();
        await().atMost(SOON).until(() -> ready() == 0);

        assertThat(house.all().stream().filter(mail -> mail.subject().equals(subject)))
                .extracting(Mail::to)
                .containsExactlyInAnyOrderElementsOf(people);
    }

    @Test
    void goAgainAsTheSameEmailWhereNobodyKnowsWhetherTheyWent() {
        String subject = "Cut off " + UUID.randomUUID();
        UUID id = UUID.randomUUID();
        awaitNothingToTell();
        house.exchange()
                .bean(MailRows.class)
                .add(id, OFFICER, new Letter(subject, "Of nobody"), Instant.EPOCH);
        await().atMost(SOON).until(() -> ready() == 0);

        house.exchange()
                .bean(JdbcClient.class)
                .sql("update notice_mail set state = 'ready' where id = ?")
                .param(id)
                .update();
        await().atMost(SOON).until(() -> ready() == 0);

        assertThat(house.to(OFFICER).stream().filter(mail -> mail.subject().equals(subject)))
                .hasSize(2)
                .allSatisfy(
                        mail ->
                                assertThat(mail.headers())
                                        .contains(
                                                "Message-ID: <%s@northshire.example>"
                                                        .formatted(id)));
    }

    private static PlanTransfer movedToday() {
        ObjectNode plan =
                Transfers.json(Messages.COUNCIL, new OrganisationCode("LA:999"), List.of());
        String today = LondonDay.of(now()).toString();
        plan.put("movedOn", today).put("awareOn", today);
        plan.put("sentAt", now().truncatedTo(ChronoUnit.SECONDS).toString());
        return (PlanTransfer) Sealed.message(plan.toString());
    }

    private static Instant now() {
        return house.exchange().bean(InstantSource.class).instant();
    }

    private static void advance(Duration by) {
        house.exchange().bean(DemoClock.class).advance(by);
    }

    /// Born on a day of their own, with a name nobody else has.
    private static Child child() {
        int n = NEXT.incrementAndGet();
        LocalDate born = LocalDate.of(2015, 3, 1).plusDays(n - 7000);
        MARKS.add(Messages.nhsNumber(n).value());
        MARKS.add(born.toString());
        return new Child(
                "C-" + n,
                Messages.nhsNumber(n),
                null,
                "Quillfeather",
                List.of("Zebedee"),
                born,
                null,
                "ZZ99 3WZ",
                false);
    }

    /// Asks for advice in a case of its own, with a reference that says nothing.
    private static AdviceRequest ask(OrganisationCode body, Child child) {
        boolean school = body.equals(NURSERY);
        AdviceRequest request =
                Messages.request(
                        body,
                        child,
                        "SEND Regulations 2014, reg. 6(1)(%s)".formatted(school ? "b" : "d"));
        AdviceRequest asked =
                new AdviceRequest(
                        request.envelope(),
                        new CaseReference("EHC-" + UUID.randomUUID()),
                        school ? AdviceType.EDUCATIONAL : AdviceType.PSYCHOLOGICAL,
                        request.assessmentRequestedOn(),
                        request.questions(),
                        FREE_TEXT);
        accept(asked);
        return asked;
    }

    private static void answer(AdviceRequest request, Answer answer) {
        accept(Messages.answer(request, answer));
    }

    private static void accept(EhcMessage message) {
        assertThat(
                        house.exchange()
                                .bean(Acceptance.class)
                                .accept(
                                        Messages.arrival(
                                                house.exchange().bean(Rows.class), message, now())))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private static UUID id(AdviceRequest request) {
        return request.envelope().conversationId().value();
    }

    private static void awaitTold(String person, String stage, AdviceRequest request) {
        awaitTold(person, stage, request.caseReference().value());
    }

    private static void awaitTold(String person, String stage, String reference) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(told(person, stage, reference))
                                        .as("%s told of %s", person, stage)
                                        .isOne());
    }

    private static long told(String person, String stage, AdviceRequest request) {
        return told(person, stage, request.caseReference().value());
    }

    private static long told(String person, String stage, String reference) {
        return house.to(person).stream()
                .filter(
                        mail ->
                                mail.body()
                                        .contains(stage + "\nCase reference: " + reference + "\n"))
                .count();
    }

    private static void awaitReady(String person) {
        awaitUntil(
                "select count(*) from notice_mail where state = 'ready' and person = ?", person, 1);
    }

    private static void awaitUntil(String sql, Object about, long count) {
        await().atMost(SOON)
                .until(
                        () ->
                                house.exchange()
                                                .bean(JdbcClient.class)
                                                .sql(sql)
                                                .param(about)
                                                .query(Long.class)
                                                .single()
                                        == count);
    }

    /// What other tests brought about is told.
    private static void awaitNothingToTell() {
        await().atMost(SOON)
                .until(
                        () ->
                                ready() == 0
                                        && house.exchange()
                                                .bean(NoticeRows.class)
                                                .due(1)
                                                .isEmpty());
    }

    private static long ready() {
        return house.exchange()
                .bean(JdbcClient.class)
                .sql("select count(*) from notice_mail where state = 'ready'")
                .query(Long.class)
                .single();
    }

    private static long audited(String act, String person, AdviceRequest request) {
        return house.exchange()
                .bean(JdbcClient.class)
                .sql(
                        "select count(*) from audit where act = ? and detail ->> 'to' = ?"
                                + " and conversation_id = ?")
                .params(act, person, id(request))
                .query(Long.class)
                .single();
    }
}
