package org.ehcexchange.ledger.children;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.running.Messages.COUNCIL;
import static org.ehcexchange.running.Messages.TRUST;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Upn;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Reader;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.ledger.held.HeldRecords;
import org.ehcexchange.running.Folders;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.RunningExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Whose child a message is about, over a whole exchange: kept once, asked of a person in doubt.
class ChildrenIT {

    private static final Instant MORNING = Instant.parse("2026-11-03T09:00:00Z");
    private static final LocalDate BORN = LocalDate.of(2015, 6, 1);

    @TempDir static Path folder;
    private static RunningExchange exchange;

    @BeforeAll
    static void start() {
        Folders.council(folder.resolve("directory"));
        Folders.provider(folder.resolve("directory"), "ODS:RN1", "http://localhost:9/messages");
        exchange =
                RunningExchange.start(
                        folder.resolve("data"), folder.resolve("directory"), Map.of());
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    static List<Child> newChildren() {
        Child child = Messages.child(9001, "Sandpiper", BORN);
        return List.of(
                child,
                with(Messages.child(9002, "Sandpiper", BORN).withoutNhsNumber(), "A950000178301"),
                with(Messages.child(9003, "Sandpiper", BORN), "P950000178302"),
                Messages.child(9004, "Sandpiper", BORN).withoutNhsNumber());
    }

    @ParameterizedTest
    @MethodSource("newChildren")
    void firstMessagesAtOnceMakeOneChild(Child child) throws InterruptedException {
        List<String> standings = atOnce(i -> request(child));

        assertThat(standings).hasSize(8).containsOnly("accepted");
        assertThat(rowsOf(child)).isOne();
    }

    @Test
    void aCaseIsOneChildsWhenFirstRequestsAboutEightComeAtOnce() throws InterruptedException {
        AdviceRequest named = request(Messages.child(9110, "Sandpiper", BORN));

        List<String> standings =
                atOnce(i -> inCaseOf(named, request(Messages.child(9110 + i, "Sandpiper", BORN))));

        assertThat(standings).hasSize(8).containsOnlyOnce("accepted").contains("held");
    }

    private static List<String> atOnce(IntFunction<AdviceRequest> requests)
            throws InterruptedException {
        List<String> standings = new CopyOnWriteArrayList<>();
        List<Thread> senders =
                IntStream.range(0, 8)
                        .mapToObj(requests)
                        .map(each -> Thread.ofVirtual().start(() -> standings.add(status(each))))
                        .toList();
        for (Thread sender : senders) {
            sender.join();
        }
        return standings;
    }

    @Test
    void knowsARenamedChildByBothNamesOnceAPersonLetItGo() {
        Child before = Messages.child(9010, "Sandpiper", BORN);
        Child after = Messages.child(9010, "Plover", BORN);
        status(request(before));
        AdviceRequest renamed = request(after);
        assertThat(status(renamed)).isEqualTo("held");

        release(renamed);

        assertThat(status(request(after))).isEqualTo("accepted");
        assertThat(status(request(before))).isEqualTo("accepted");
        assertThat(status(request(Messages.child(9010, "Curlew", BORN)))).isEqualTo("held");
        assertThat(status(Messages.provided(renamed))).isEqualTo("accepted");
        assertThat(rowsOf(before)).isOne();
    }

    @Test
    void knowsAProtectedChildByTheLastNameAlone() {
        Child before = Messages.child(9020, "Sandpiper", BORN);
        Child after = Messages.child(9020, "Plover", BORN).asProtected();
        AdviceRequest first = request(before);
        status(first);
        AdviceRequest renamed = request(after);
        status(renamed);

        release(renamed);

        assertThat(status(request(after))).isEqualTo("accepted");
        assertThat(status(request(before))).isEqualTo("held");
        assertThat(status(Messages.acknowledged(first)))
                .as("repeats its request")
                .isEqualTo("accepted");
    }

    @Test
    void makesANewChildOfAReleasedRequestWithANumberNobodyHas() {
        Child before = with(Messages.child(9030, "Sandpiper", BORN), "H243278544154");
        Child after = with(Messages.child(9131, "Sandpiper", BORN), "H243278544154");
        status(request(before));
        AdviceRequest request = request(after);
        assertThat(status(request)).isEqualTo("held");

        release(request);

        assertThat(status(Messages.provided(request))).isEqualTo("accepted");
        assertThat(status(request(after))).isEqualTo("accepted");
        assertThat(status(request(before))).isEqualTo("accepted");
        assertThat(count("select count(*) from child where upn = ?", "H243278544154")).isEqualTo(2);
    }

    @Test
    void keepsTheMarkOfAReleasedRequest() {
        Child child = Messages.child(9040, "Sandpiper", BORN);
        status(request(child));
        AdviceRequest renamed = request(Messages.child(9040, "Plover", BORN).asProtected());
        status(renamed);
        assertThat(isProtected(child)).isFalse();

        release(renamed);

        assertThat(isProtected(child)).isTrue();
        assertThat(acts(renamed)).containsSubsequence("held", "protected", "released");
    }

    @Test
    void doesNotHoldAnAnswerForANumberItsSenderWasNotGiven() {
        AdviceRequest request = request(Messages.child(9050, "Sandpiper", BORN));
        status(request);

        assertThat(status(about(request, request.envelope().child().withoutNhsNumber())))
                .isEqualTo("accepted");
    }

    @Test
    void holdsAnAnswerAboutATwin() {
        Child child = with(Messages.child(9060, "Sandpiper", BORN), "D950000178303");
        Child twin = with(Messages.child(9061, "Sandpiper", BORN), "T950000178304");
        AdviceRequest request = request(child);
        status(request);

        assertThat(status(about(request, twin.withoutNhsNumber()))).isEqualTo("held");
        assertThat(item(request, "advice-return").fields()).containsExactly("UPN");
    }

    @Test
    void holdsAnswersAboutAnotherChildAlsoAfterAWithdrawal() {
        AdviceRequest request = request(Messages.child(9070, "Sandpiper", BORN));
        status(request);
        status(Messages.withdrawn(request));

        AdviceReturn other = about(request, Messages.child(9071, "Sandpiper", BORN));
        assertThat(status(other)).isEqualTo("held");
        release(other);

        assertThat(standing(other)).isEqualTo("flagged");
    }

    @Test
    void namesTheFieldsOfWhatIsHeldAndNoValue() {
        status(request(Messages.child(9080, "Sandpiper", BORN)));
        AdviceRequest second = request(Messages.child(9080, "Plover", BORN.plusDays(1)));
        status(second);

        Held.Item item = item(second, "advice-request");

        assertThat(item.fields()).containsExactly("date of birth", "family name");
        assertThat(item.why())
                .isEqualTo(
                        "held for a person: the NHS number is on record with another date of birth"
                                + " and family name");
    }

    @Test
    void holdsARequestInACaseOfAnotherChild() {
        AdviceRequest first = request(Messages.child(9090, "Sandpiper", BORN));
        status(first);
        Child other = Messages.child(9091, "Plover", BORN.plusDays(1));
        AdviceRequest stray = inCaseOf(first, request(other));

        assertThat(status(stray)).isEqualTo("held");
        Held.Item item = item(stray, "advice-request");
        assertThat(item.why())
                .isEqualTo("held for a person: the case is on record of another child");
        assertThat(item.fields())
                .containsExactly("case reference", "NHS number", "date of birth", "family name");
        assertThat(whoItMayBe(item)).containsExactly(first.envelope().child().reference());
        assertThat(rowsOf(other)).as("nothing is kept of it yet").isZero();
        assertThat(status(inCaseOf(first, request(first.envelope().child()))))
                .isEqualTo("accepted");
    }

    @Test
    void leavesTheCaseWithItsChildWhenAPersonLetsAnotherGoOn() {
        Child own = Messages.child(9100, "Sandpiper", BORN);
        AdviceRequest first = request(own);
        status(first);
        Child other = Messages.child(9101, "Plover", BORN);
        AdviceRequest stray = inCaseOf(first, request(other));
        status(stray);

        release(stray);

        assertThat(standing(stray)).isEqualTo("accepted");
        assertThat(acts(stray)).contains("held", "released");
        assertThat(status(Messages.provided(stray))).isEqualTo("accepted");
        assertThat(childOfCase(first)).isEqualTo(own.reference());
        assertThat(status(inCaseOf(first, request(other)))).isEqualTo("held");
    }

    private static AdviceRequest inCaseOf(AdviceRequest first, AdviceRequest other) {
        return new AdviceRequest(
                other.envelope(),
                first.caseReference(),
                other.adviceType(),
                other.assessmentRequestedOn(),
                other.questions(),
                null);
    }

    private static List<String> whoItMayBe(Held.Item item) {
        Reader reader = new Reader(COUNCIL, "a.person", "to decide");
        return exchange
                .bean(HeldRecords.class)
                .look(item.id(), reader)
                .orElseThrow()
                .records()
                .onRecord()
                .stream()
                .map(OnRecord::reference)
                .toList();
    }

    private static String childOfCase(AdviceRequest request) {
        return exchange.bean(JdbcClient.class)
                .sql(
                        "select c.reference from case_file f join child c on c.id = f.child_id"
                                + " where f.case_reference = ?")
                .param(request.caseReference().value())
                .query(String.class)
                .single();
    }

    private static Child with(Child child, String upn) {
        return new Child(
                child.reference(),
                child.nhsNumber(),
                new Upn(upn),
                child.familyName(),
                child.givenNames(),
                child.dateOfBirth(),
                null,
                null,
                false);
    }

    private static AdviceRequest request(Child child) {
        return Messages.request(TRUST, child);
    }

    private static AdviceReturn about(AdviceRequest request, Child child) {
        AdviceReturn answer = Messages.provided(request);
        return new AdviceReturn(answer.envelope().withChild(child), answer.answer());
    }

    private static String status(EhcMessage message) {
        Outcome outcome =
                exchange.bean(Acceptance.class)
                        .accept(Messages.arrival(exchange.bean(Rows.class), message, MORNING));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).receipt().status();
    }

    private static void release(EhcMessage message) {
        Held.Item item = item(message, message.type().code());
        assertThat(
                        exchange.bean(Held.class)
                                .release(item.id(), new Held.Decision(COUNCIL, "checked")))
                .isInstanceOf(Held.Deciding.Done.class);
    }

    private static Held.Item item(EhcMessage message, String type) {
        return exchange.bean(Held.class).waiting(null, 500).stream()
                .filter(i -> i.conversationId().equals(message.envelope().conversationId()))
                .filter(i -> i.type().code().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static long rowsOf(Child child) {
        return count("select count(*) from child where reference = ?", child.reference());
    }

    private static long count(String sql, String param) {
        return exchange.bean(JdbcClient.class).sql(sql).param(param).query(Long.class).single();
    }

    private static boolean isProtected(Child child) {
        return exchange.bean(JdbcClient.class)
                .sql("select protected from child where reference = ?")
                .param(child.reference())
                .query(Boolean.class)
                .single();
    }

    private static List<String> acts(EhcMessage message) {
        return exchange.bean(JdbcClient.class)
                .sql("select act from audit where message_id = ? order by id")
                .param(message.envelope().messageId().value())
                .query(String.class)
                .list();
    }

    private static String standing(EhcMessage message) {
        return exchange.bean(JdbcClient.class)
                .sql("select state from message where message_id = ?")
                .param(message.envelope().messageId().value())
                .query(String.class)
                .single();
    }
}
