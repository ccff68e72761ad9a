package org.ehcexchange.ledger.accepting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.running.Messages.COUNCIL;
import static org.ehcexchange.running.Messages.TRUST;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.ExceptionKind;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.SearchedBy;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.running.Folders;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.RunningExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What is recorded, and what is answered, for each thing that can arrive.
class AcceptingIT {

    private static final Instant MORNING = Instant.parse("2026-11-03T09:00:00Z");
    private static final String NOBODY_LISTENS = "http://localhost:9/messages";

    @TempDir static Path folder;
    private static RunningExchange exchange;

    @BeforeAll
    static void start() {
        Folders.council(folder.resolve("directory"));
        Folders.provider(folder.resolve("directory"), "ODS:RN1", NOBODY_LISTENS);
        Folders.provider(folder.resolve("directory"), "ODS:RN2", NOBODY_LISTENS);
        RunningExchange.organisation(
                folder.resolve("directory"),
                "closed",
                """
                code: ODS:01N
                name: NHS Northshire CCG
                roles: [health-commissioner]
                closes-on: 2022-07-01
                successors: [ODS:RN1]
                """);
        exchange =
                RunningExchange.start(
                        folder.resolve("data"), folder.resolve("directory"), Map.of());
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    @Test
    void answersARepeatWithTheReceiptOfThen() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        Outcome first = accept(request, MORNING);
        Outcome again = accept(request, MORNING.plusSeconds(60));
        assertThat(first).isInstanceOf(Outcome.Accepted.class);
        assertThat(again)
                .isEqualTo(new Outcome.AlreadyAccepted(((Outcome.Accepted) first).receipt()));
        assertThat(count("select count(*) from message where message_id = ?", request)).isOne();
    }

    @Test
    void saysWhenTheAdviceWillBeDue() {
        Receipt receipt = accepted(Messages.request(TRUST, Messages.child()));
        assertThat(receipt.due())
                .singleElement()
                .satisfies(
                        due -> {
                            assertThat(due.dueOn()).isEqualTo(LocalDate.of(2026, 12, 15));
                            assertThat(due.provision()).contains("reg. 8(1)");
                        });
    }

    @Test
    void refusesTheSameIdWithOtherContent() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accept(request, MORNING);
        AdviceRequest other =
                new AdviceRequest(
                        request.envelope(),
                        request.caseReference(),
                        request.adviceType(),
                        request.assessmentRequestedOn().minusDays(1),
                        request.questions(),
                        null);
        assertThat(fault(accept(other, MORNING))).isEqualTo(Arrival.Fault.CONFLICT);
    }

    @Test
    void holdsAKnownNumberWithAnotherDateOfBirth() {
        accepted(Messages.request(TRUST, Messages.child(7, "Sandpiper", LocalDate.of(2016, 4, 2))));
        AdviceRequest second =
                Messages.request(TRUST, Messages.child(7, "Sandpiper", LocalDate.of(2016, 4, 3)));
        Receipt receipt = accepted(second);
        assertThat(receipt.status()).isEqualTo("held");
        assertThat(receipt.note()).contains("date of birth").doesNotContain("2016");
        assertThat(deliveries(second)).isZero();
    }

    @Test
    void takesASpellingOfTheFamilyNameForTheSameChild() {
        accepted(
                Messages.request(
                        TRUST, Messages.child(8, "O'Neill-Śmith", LocalDate.of(2016, 4, 2))));
        Receipt receipt =
                accepted(
                        Messages.request(
                                TRUST,
                                Messages.child(8, "SMITH ONEILL", LocalDate.of(2016, 4, 2))));
        assertThat(receipt.status()).isEqualTo("accepted");
    }

    @Test
    void deliversAHeldMessageOnceAPersonReleasesIt() {
        accepted(Messages.request(TRUST, Messages.child(9, "Sandpiper", LocalDate.of(2016, 4, 2))));
        AdviceRequest second =
                Messages.request(TRUST, Messages.child(9, "Plover", LocalDate.of(2016, 4, 2)));
        accepted(second);
        Held held = exchange.bean(Held.class);
        Held.Item item =
                held.waiting(null, 100).stream()
                        .filter(i -> i.messageId().equals(second.envelope().messageId()))
                        .findFirst()
                        .orElseThrow();
        assertThat(held.release(item.id(), new Held.Decision(COUNCIL, "Renamed by adoption")))
                .isInstanceOf(Held.Deciding.Done.class);
        assertThat(deliveries(second)).isOne();
        assertThat(held.reject(item.id(), new Held.Decision(COUNCIL, "again")))
                .isEqualTo(new Held.Deciding.NotPossible("It was released before."));
        assertThat(state(second)).isEqualTo("requested");
    }

    @Test
    void recordsAGateRefusalWithItsReasonsAndDeliversNothing() {
        AdviceRequest request = withoutGround(Messages.request(TRUST, Messages.child()));
        Outcome outcome = accept(request, MORNING);
        assertThat(fault(outcome)).isEqualTo(Arrival.Fault.REFUSED);
        assertThat(accept(request, MORNING)).isEqualTo(outcome);
        assertThat(state(request)).isEqualTo("refused");
        assertThat(deliveries(request)).isZero();
    }

    @Test
    void opensARefusedConversationAnewOnceTheGroundIsNamed() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accept(withoutGround(request), MORNING);
        AdviceRequest corrected = withNewId(request);
        assertThat(accepted(corrected).status()).isEqualTo("accepted");
        assertThat(state(corrected)).isEqualTo("requested");
    }

    @Test
    void refusesASecondRequestInOneConversation() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accepted(request);
        assertThat(fault(accept(withNewId(request), MORNING)))
                .isEqualTo(Arrival.Fault.ILLEGAL_MOVE);
    }

    @Test
    void refusesSomebodyElsesSender() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        Arrival.Read read = Messages.arrival(rows(), request, MORNING);
        Arrival stolen =
                new Arrival(TRUST, "canonical", "application/json", read.arrival().body(), MORNING);
        assertThat(fault(acceptance().accept(stolen.read(request))))
                .isEqualTo(Arrival.Fault.FORBIDDEN);
    }

    @Test
    void sendsToTheSuccessorOfAClosedBodyAndKeepsWhatCame() {
        AdviceRequest request = Messages.request(new OrganisationCode("ODS:01N"), Messages.child());
        Receipt receipt = accepted(request);
        assertThat(receipt.note())
                .isEqualTo("ODS:01N closed on 2022-07-01; sent to its successor ODS:RN1");
        assertThat(receipt.deliveries()).extracting(Receipt.Delivery::to).containsExactly(TRUST);
        assertThat(text("select recipient from message where message_id = ?", request))
                .isEqualTo("ODS:RN1");
        assertThat(
                        text(
                                "select convert_from(original, 'UTF8') from message where"
                                        + " message_id = ?",
                                request))
                .contains("\"ODS:01N\"");
        assertThat(
                        text(
                                "select detail ->> 'chain' from audit where act = 'redirected' and"
                                        + " message_id = ?",
                                request))
                .isEqualTo("[\"ODS:01N\"]");
    }

    @Test
    void saysThatAHeldMessageWasSentOnToo() {
        accepted(Messages.request(TRUST, Messages.child(17, "Dunlin", LocalDate.of(2016, 4, 2))));
        Receipt receipt =
                accepted(
                        Messages.request(
                                new OrganisationCode("ODS:01N"),
                                Messages.child(17, "Dunlin", LocalDate.of(2016, 4, 3))));
        assertThat(receipt.status()).isEqualTo("held");
        assertThat(receipt.note())
                .startsWith(
                        "ODS:01N closed on 2022-07-01; sent to its successor ODS:RN1; held for");
    }

    @Test
    void saysThatABodyIsNotInTheDirectory() {
        Outcome outcome =
                accept(
                        Messages.request(new OrganisationCode("ODS:ZZ9"), Messages.child()),
                        MORNING);
        assertThat(violations(outcome)).extracting(Violation::pointer).containsExactly("/to");
    }

    @Test
    void answersAReplyToARequestNeverSentToThisSenderLikeOneThatDoesNotExist() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accepted(request);
        AdviceRequest asIfToAnother =
                new AdviceRequest(
                        request.envelope().withTo(new OrganisationCode("ODS:RN2")),
                        request.caseReference(),
                        request.adviceType(),
                        request.assessmentRequestedOn(),
                        request.questions(),
                        null);
        Outcome stranger = accept(Messages.provided(asIfToAnother), MORNING);
        Outcome absent =
                accept(Messages.provided(Messages.request(TRUST, Messages.child())), MORNING);
        assertThat(stranger).isEqualTo(absent);
        assertThat(fault(stranger)).isEqualTo(Arrival.Fault.NOT_FOUND);
    }

    @Test
    void meetsTheClockWhenAdviceIsProvided() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accepted(request);
        accepted(Messages.provided(request));
        assertThat(state(request)).isEqualTo("provided");
        assertThat(day("met_on", request)).isEqualTo(LocalDate.of(2026, 11, 3));
    }

    @Test
    void refusesASecondAnswer() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accepted(request);
        accepted(Messages.provided(request));
        assertThat(fault(accept(Messages.provided(request), MORNING)))
                .isEqualTo(Arrival.Fault.ILLEGAL_MOVE);
    }

    @Test
    void keepsTheDueDateWhenAnExceptionIsReliedOn() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accepted(request);
        accepted(Messages.acknowledged(request));
        LocalDate due = day("due_on", request);
        accepted(
                Messages.answer(
                        request,
                        new Answer.Late(
                                new Answer.LateException(
                                        ExceptionKind.MISSED_APPOINTMENT,
                                        "An appointment was not kept",
                                        LocalDate.of(2026, 11, 20),
                                        null,
                                        "Designated Health Officer"),
                                LocalDate.of(2027, 1, 8))));
        assertThat(state(request)).isEqualTo("late");
        assertThat(day("due_on", request)).isEqualTo(due);
        assertThat(day("excused_until", request)).isEqualTo(LocalDate.of(2027, 1, 8));
    }

    @Test
    void takesNothingKnownForAnAnswer() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accepted(request);
        accepted(
                Messages.answer(
                        request,
                        new Answer.NothingKnown(
                                List.of(
                                        new Answer.Search(
                                                SearchedBy.NHS_NUMBER,
                                                "Community records",
                                                LocalDate.of(2026, 11, 3))))));
        assertThat(state(request)).isEqualTo("nothing-known");
    }

    @Test
    void keepsAndFlagsAdviceThatComesAfterAWithdrawal() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accepted(request);
        accepted(Messages.withdrawn(request));
        Receipt receipt = accepted(Messages.provided(request));
        assertThat(receipt.status()).isEqualTo("flagged");
        assertThat(state(request)).isEqualTo("withdrawn");
    }

    @Test
    void keepsAnOlderRevisionWithoutEffect() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accepted(request);
        acceptance().accept(Messages.arrival(rows(), Messages.acknowledged(request), MORNING, 4));
        Outcome older =
                acceptance()
                        .accept(Messages.arrival(rows(), Messages.provided(request), MORNING, 3));
        assertThat(older)
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        a -> assertThat(a.receipt().status()).isEqualTo("superseded"));
        assertThat(state(request)).isEqualTo("acknowledged");
    }

    @Test
    void holdsAReturnAboutAnotherChildThanTheRequest() {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accepted(request);
        AdviceRequest swapped =
                new AdviceRequest(
                        request.envelope().withChild(Messages.child()),
                        request.caseReference(),
                        request.adviceType(),
                        request.assessmentRequestedOn(),
                        request.questions(),
                        null);
        Receipt receipt = accepted(Messages.provided(swapped));
        assertThat(receipt.status()).isEqualTo("held");
        assertThat(state(request)).isEqualTo("requested");
    }

    @Test
    void leavesNothingOfWhatIsNotAccepted() {
        long before = database().sql("select count(*) from message").query(Long.class).single();
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        accept(Messages.provided(request), MORNING);
        accept(Messages.request(new OrganisationCode("ODS:ZZ9"), Messages.child()), MORNING);
        assertThat(database().sql("select count(*) from message").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void acceptsTheSameMessageOnceWhenItComesManyTimesAtOnce() throws InterruptedException {
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        List<Outcome> outcomes = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<Thread> senders =
                java.util.stream.IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        Thread.ofVirtual()
                                                .start(
                                                        () ->
                                                                outcomes.add(
                                                                        accept(request, MORNING))))
                        .toList();
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(outcomes).hasSize(8).noneMatch(Outcome.NotAccepted.class::isInstance);
        assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(1);
        assertThat(deliveries(request)).isOne();
    }

    private static AdviceRequest withoutGround(AdviceRequest request) {
        var e = request.envelope();
        return with(
                request,
                new org.ehcexchange.canonical.Envelope(
                        e.messageId(),
                        e.conversationId(),
                        null,
                        e.from(),
                        e.to(),
                        e.sentAt(),
                        null,
                        e.child(),
                        List.of()));
    }

    private static AdviceRequest withNewId(AdviceRequest request) {
        var e = request.envelope();
        return with(
                request,
                new org.ehcexchange.canonical.Envelope(
                        new org.ehcexchange.canonical.MessageId(java.util.UUID.randomUUID()),
                        e.conversationId(),
                        null,
                        e.from(),
                        e.to(),
                        e.sentAt(),
                        e.ground(),
                        e.child(),
                        List.of()));
    }

    private static AdviceRequest with(
            AdviceRequest request, org.ehcexchange.canonical.Envelope envelope) {
        return new AdviceRequest(
                envelope,
                request.caseReference(),
                request.adviceType(),
                request.assessmentRequestedOn(),
                request.questions(),
                null);
    }

    private static Receipt accepted(EhcMessage message) {
        Outcome outcome = accept(message, MORNING);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).receipt();
    }

    private static Outcome accept(EhcMessage message, Instant at) {
        return acceptance().accept(Messages.arrival(rows(), message, at));
    }

    private static Arrival.Fault fault(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.NotAccepted.class);
        return ((Outcome.NotAccepted) outcome).fault();
    }

    private static List<Violation> violations(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.NotAccepted.class);
        return ((Outcome.NotAccepted) outcome).violations();
    }

    private static Acceptance acceptance() {
        return exchange.bean(Acceptance.class);
    }

    private static Rows rows() {
        return exchange.bean(Rows.class);
    }

    private static JdbcClient database() {
        return exchange.bean(JdbcClient.class);
    }

    private static long count(String sql, EhcMessage message) {
        return database()
                .sql(sql)
                .param(message.envelope().messageId().value())
                .query(Long.class)
                .single();
    }

    private static String text(String sql, EhcMessage message) {
        return database()
                .sql(sql)
                .param(message.envelope().messageId().value())
                .query(String.class)
                .single();
    }

    private static long deliveries(EhcMessage message) {
        return count(
                "select count(*) from delivery d join message m on m.seq = d.message_seq where"
                        + " m.message_id = ?",
                message);
    }

    private static String state(EhcMessage message) {
        return database()
                .sql("select state from conversation where id = ?")
                .param(message.envelope().conversationId().value())
                .query(String.class)
                .single();
    }

    private static LocalDate day(String column, EhcMessage message) {
        return database()
                .sql("select " + column + " from running_clock where conversation_id = ?")
                .param(message.envelope().conversationId().value())
                .query(LocalDate.class)
                .single();
    }
}
