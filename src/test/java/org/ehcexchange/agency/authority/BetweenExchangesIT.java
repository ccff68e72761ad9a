package org.ehcexchange.agency.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.running.TwoExchanges.NORTHSHIRE;
import static org.ehcexchange.running.TwoExchanges.SOUTHMERE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.access.SealingKeys;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.StoredDocument;
import org.ehcexchange.evidence.VerifyEvidence;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.running.CaseSystem;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Neighbour;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.running.Transfers;
import org.ehcexchange.running.TwoExchanges;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Heap;
import org.ehcexchange.testing.LargePdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Plans move from Northshire's exchange to Southmere's over real sockets, whatever happens to the
/// line between them.
class BetweenExchangesIT {

    private static final Duration SOON = Duration.ofSeconds(120);

    @TempDir static Path folder;
    private static TwoExchanges two;

    @BeforeAll
    static void start() throws IOException {
        two = TwoExchanges.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        two.close();
    }

    /// Three documents, one of 80 MB; a question and its answer; an acceptance.
    @Test
    void movesAPlanFromHandToHand() throws IOException {
        Heap heap = new Heap();
        List<DocumentReference> documents =
                List.of(
                        north().upload(40_000, heap),
                        north().upload(700_000, heap),
                        north().upload(80L << 20, heap));

        ObjectNode plan = north().sendPlan(SOUTHMERE, documents.toArray(DocumentReference[]::new));
        bothAre("received", plan);
        assertThat(heap.growth()).isLessThan(64L << 20);
        ObjectNode question = south().ask(plan);
        bothAre("queried", plan);
        ObjectNode anew = north().sendAnew(plan, question.path("messageId").asText());
        bothAre("received", anew);
        south().accept(anew);
        bothAre("accepted", anew);

        assertThat(south().message(anew)).isEqualTo(north().message(anew)).isNotEmpty();
        documents.forEach(BetweenExchangesIT::assertArrived);
        assertEvidence(north(), anew, 6);
        assertEvidence(south(), anew, 6);
    }

    private static void bothAre(String state, ObjectNode plan) {
        north().awaits(state, plan);
        south().awaits(state, plan);
    }

    /// Declined, sent again, called back in time.
    @Test
    void givesBackAPlanThatWasSentToTheWrongAuthority() throws IOException {
        ObjectNode plan = north().sendPlan(SOUTHMERE);
        bothAre("received", plan);
        south().decline(plan);
        bothAre("declined", plan);

        ObjectNode anew = north().sendAgain(plan);
        bothAre("received", anew);
        north().recall(anew);
        bothAre("recalled", anew);

        assertThat(south().send(south().acceptance(anew)).status()).isEqualTo(422);
        assertEvidence(north(), anew, 4);
        assertEvidence(south(), anew, 4);
    }

    @Test
    void letsAnAcceptanceStandThatARecallComesTooLateFor() throws IOException {
        ObjectNode plan = north().sendPlan(SOUTHMERE);
        bothAre("received", plan);
        two.toSouthmere().breakAfter(0);
        north().recall(plan);
        assertThat(north().state(plan)).isEqualTo("recalling");
        south().accept(plan);
        north().awaits("accepted", plan);

        two.toSouthmere().mend();

        north().awaitsDelivery(plan);
        bothAre("accepted", plan);
    }

    /// A plan of a child who may be another one there: a person must say which.
    private static ObjectNode heldAtSouthmere(int child) {
        String number = Messages.nhsNumber(child).value();
        south().knows(number);
        return north().sendPlanOf(number, SOUTHMERE);
    }

    /// The answer to the recall is lost once.
    @Test
    void letsAPlanGoThatIsCalledBackBeforeAPersonSaidWhichChildItIs() throws IOException {
        ObjectNode plan = heldAtSouthmere(8101);
        String held = south().held(plan);
        two.toSouthmere().loseAnswers(1);
        north().recall(plan);
        north().awaits("recalled", plan);

        Calls.Answer late = south().decide("release", held);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("took it back before anybody decided");
        assertThat(south().state(plan)).isEqualTo("unseen");
        nothingIsLeftOver(plan);
        assertEvidence(north(), plan, 3);
        north().sendAgain(plan);
    }

    /// Whatever the new side has said of it when it is stopped, and though an answer is lost.
    @Test
    void tellsTheOldAuthorityThatAPersonRejectedItsPlanAndNothingOfTheChild() throws IOException {
        ObjectNode plan = heldAtSouthmere(8102);
        String held = south().held(plan);
        two.toNorthshire().loseAnswers(1);
        assertThat(south().decide("reject", held).status()).isEqualTo(200);
        two.stop(SOUTHMERE);
        two.start(SOUTHMERE);
        north().awaits("declined", plan);

        assertThat(south().decide("release", held).status()).isEqualTo(409);
        assertThat(reasonOfTheDecline(plan))
                .startsWith("Not taken as it is")
                .doesNotContain("Sandpiper", "Testerson", "birth", "Compared with the record");
        nothingIsLeftOver(plan);
        north().sendAgain(plan);
    }

    private static String reasonOfTheDecline(ObjectNode plan) {
        JsonNode steps =
                north().get("/api/v1/conversations/" + CaseSystem.conversation(plan))
                        .json()
                        .path("timeline");
        for (JsonNode step : steps) {
            if (step.path("type").asText().equals("plan-declined")) {
                return north().message(step).path("reason").asText();
            }
        }
        return "";
    }

    /// The recall is under way while the new side is stopped, started again and decides.
    @Test
    void comesToOneEndWhenARejectionCrossesTheRecall() throws IOException {
        ObjectNode plan = heldAtSouthmere(8103);
        String held = south().held(plan);
        recallThatIsUnderWay(plan);
        two.stop(SOUTHMERE);
        two.start(SOUTHMERE);
        assertThat(south().decide("reject", held).status()).isEqualTo(200);
        north().awaits("recalled", plan);

        two.toSouthmere().mend();

        nothingIsLeftOver(plan);
        assertThat(north().state(plan)).isEqualTo("recalled");
        north().sendAgain(plan);
    }

    @Test
    void comesToOneEndWhenAReleaseCrossesTheRecall() throws IOException {
        ObjectNode plan = heldAtSouthmere(8104);
        String held = south().held(plan);
        recallThatIsUnderWay(plan);
        assertThat(south().decide("release", held).status()).isEqualTo(200);
        south().awaits("received", plan);

        two.toSouthmere().mend();

        bothAre("recalled", plan);
        nothingIsLeftOver(plan);
    }

    private static void recallThatIsUnderWay(ObjectNode plan) {
        two.toSouthmere().breakAfter(0);
        north().recall(plan);
        assertThat(north().state(plan)).isEqualTo("recalling");
    }

    /// On either side: nothing on its way, and nothing for a person to send again.
    private static void nothingIsLeftOver(ObjectNode plan) {
        for (RunningExchange exchange : List.of(northshire(), southmere())) {
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(deliveries(exchange, plan))
                                            .isNotEmpty()
                                            .containsOnly("delivered"));
        }
    }

    /// To the other exchange.
    private static List<String> deliveries(RunningExchange exchange, ObjectNode plan) {
        return exchange.bean(JdbcClient.class)
                .sql(
                        "select status from delivery where conversation_id = ? and status <>"
                                + " 'collect'")
                .param(UUID.fromString(CaseSystem.conversation(plan)))
                .query(String.class)
                .list();
    }

    @Test
    void acceptsAPlanOnceOnly() {
        ObjectNode plan = north().sendPlan(SOUTHMERE);
        bothAre("received", plan);
        ObjectNode acceptance = south().accept(plan);
        bothAre("accepted", plan);

        assertThat(south().send(acceptance).status()).isEqualTo(200);
        Calls.Answer second = south().send(south().acceptance(plan));
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.json().at("/violations/0/problem").asText())
                .isEqualTo("a plan-accepted cannot follow: the transfer is accepted");
        bothAre("accepted", plan);
    }

    @Test
    void bothSidesKeepTheSameSealedBytesAndTheSameReceipt() {
        PlanTransfer transfer = send();
        awaitDelivered(transfer, null);

        assertThat(
                        bytes(
                                northshire(),
                                "select jws from sealed_message where message_id = ?",
                                transfer))
                .isEqualTo(
                        bytes(
                                southmere(),
                                "select original from message where message_id = ?",
                                transfer));
        String receipt = "select jws from sealed_receipt where message_id = ?";
        assertThat(bytes(northshire(), receipt, transfer))
                .isNotEmpty()
                .isEqualTo(bytes(southmere(), receipt, transfer));
        assertThat(proof(transfer)).startsWith("receipt ");
    }

    @Test
    void goesOnAfterTheLineWasCutAgainAndAgain() {
        DocumentReference document = document(6 << 20, new Heap());
        int before = two.toSouthmere().cuts();
        two.toSouthmere().cutAfter(1_500_000);
        PlanTransfer transfer = send(document);
        for (int cut = 1; cut <= 3; cut++) {
            int sofar = before + cut;
            await().atMost(SOON).until(() -> two.toSouthmere().cuts() >= sofar);
            two.toSouthmere().cutAfter(1_000_000);
        }
        two.toSouthmere().cutAfter(Long.MAX_VALUE);

        awaitDelivered(transfer, null);
        assertArrived(document);
    }

    @Test
    void healsAnAnswerThatWasLost() {
        two.toSouthmere().loseAnswers(2);

        PlanTransfer transfer = send();

        awaitDelivered(transfer, null);
        assertThat(received(transfer)).isEqualTo(1);
        assertThat(attempts(transfer)).isGreaterThan(1);
    }

    @Test
    void convergesWhenTheReceiverIsStoppedInTheMiddle() throws IOException {
        DocumentReference document = document(8 << 20, new Heap());
        PlanTransfer transfer = sendAndBreak(document);
        two.stop(SOUTHMERE);
        two.start(SOUTHMERE);
        two.toSouthmere().mend();

        awaitDelivered(transfer, null);
        assertArrived(document);
        assertThat(received(transfer)).isEqualTo(1);
    }

    @Test
    void convergesWhenTheSenderIsStoppedInTheMiddle() throws IOException {
        DocumentReference document = document(9 << 20, new Heap());
        PlanTransfer transfer = sendAndBreak(document);
        two.stop(NORTHSHIRE);
        two.start(NORTHSHIRE);
        two.toSouthmere().mend();

        awaitDelivered(transfer, null);
        assertThat(received(transfer)).isEqualTo(1);
    }

    /// Each side takes its evidence; both hold offline, and one flipped byte is found.
    @Test
    void eachSideCanProveWhatPassed() throws IOException {
        ObjectNode plan = north().sendPlan(SOUTHMERE, north().upload(50_000, new Heap()));
        bothAre("received", plan);

        assertEvidence(north(), plan, 2);
        assertEvidence(south(), plan, 2);
        plan.put("conversationId", "11111111-2222-4333-8444-555555555555");
        assertThat(north().evidence(plan).status()).isEqualTo(404);
    }

    /// @param messages how many passed; each is in the file with its receipt, as soon as it was
    ///     given
    private static void assertEvidence(CaseSystem asker, ObjectNode plan, int messages)
            throws IOException {
        Path documents = documents(plan);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(verify(evidence(asker, plan), documents))
                                        .startsWith("Everything holds")
                                        .contains("compared with")
                                        .doesNotContain("without a receipt", "Testerson")
                                        .satisfies(
                                                text ->
                                                        assertThat(text.lines())
                                                                .filteredOn(
                                                                        line ->
                                                                                line.contains(
                                                                                        "received"
                                                                                            + " 2"))
                                                                .hasSize(messages)));
        byte[] file = evidence(asker, plan);
        file[file.length / 3] ^= 1;
        assertThat(verify(file, documents)).startsWith("WRONG, line ");
    }

    private static byte[] evidence(CaseSystem asker, ObjectNode plan) {
        Calls.Answer answer = asker.evidence(plan);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/jsonl");
        return answer.text().getBytes(StandardCharsets.UTF_8);
    }

    /// The plan's documents as they arrived, under other names.
    private static Path documents(ObjectNode plan) throws IOException {
        Path documents = Files.createTempDirectory(folder, "documents");
        for (JsonNode named : plan.path("documents")) {
            Documents store = southmere().bean(Documents.class);
            UUID id = UUID.fromString(named.path("id").asText());
            try (var bytes = store.open(store.find(id).orElseThrow())) {
                Files.copy(bytes, documents.resolve(UUID.randomUUID() + ".pdf"));
            }
        }
        return documents;
    }

    private static String verify(byte[] file, Path documents) throws IOException {
        Path written = Files.write(folder.resolve("evidence.jsonl"), file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments = {written.toString(), documents.toString()};
        int unused =
                VerifyEvidence.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PlanTransfer sendAndBreak(DocumentReference document) {
        two.toSouthmere().breakAfter(3_000_000);
        PlanTransfer transfer = send(document);
        await().atMost(SOON).until(() -> two.toSouthmere().isBroken());
        return transfer;
    }

    /// The receipt was lost and the key changed meanwhile: the message goes again under a new seal,
    /// and the receipt for the first one holds.
    @Test
    void takesTheReceiptForAnEarlierSealing() {
        PlanTransfer transfer = send();
        awaitDelivered(transfer, null);
        JdbcClient database = northshire().bean(JdbcClient.class);
        database.sql("delete from sealed_receipt where message_id = ?")
                .param(transfer.envelope().messageId().value())
                .update();
        replay(database, transfer);
        var key = northshire().bean(SealingKeys.class).rotate(Neighbour.now()).orElseThrow();
        pinBothKeys(key);

        awaitDelivered(transfer, null);
        assertThat(count(database, "sealed_message", transfer)).isEqualTo(2);
        assertThat(count(database, "sealed_receipt", transfer)).isEqualTo(1);
        assertThat(received(transfer)).isEqualTo(1);
    }

    private static void replay(JdbcClient database, PlanTransfer transfer) {
        database.sql(
                        """
                        update delivery set status = 'ready', not_before = now() + interval '2 seconds'
                        where message_seq = (select seq from message where message_id = ?)
                        """)
                .param(transfer.envelope().messageId().value())
                .update();
    }

    private static void pinBothKeys(SealingKeys.Key fresh) {
        RunningExchange.organisation(
                folder.resolve("999/directory"),
                "la-998",
                """
                code: LA:998
                name: Another council
                roles: [authority]
                channel:
                  type: exchange
                  endpoint: http://localhost:%s
                  keys:
                    - {kty: EC, crv: P-256, x: %s, y: %s}
                    - {kty: EC, crv: P-256, x: %s, y: %s}
                """
                        .formatted(
                                two.toNorthshire().port(),
                                two.key(NORTHSHIRE).getX(),
                                two.key(NORTHSHIRE).getY(),
                                fresh.jwk().getX(),
                                fresh.jwk().getY()));
        southmere().bean(org.ehcexchange.directory.Organisations.class).reload();
    }

    private static CaseSystem north() {
        return new CaseSystem(northshire().url(""), NORTHSHIRE);
    }

    private static CaseSystem south() {
        return new CaseSystem(southmere().url(""), SOUTHMERE);
    }

    private static RunningExchange northshire() {
        return two.northshire();
    }

    private static RunningExchange southmere() {
        return two.southmere();
    }

    private static PlanTransfer send(DocumentReference... documents) {
        PlanTransfer transfer = Transfers.from(NORTHSHIRE, SOUTHMERE, documents);
        Outcome outcome =
                northshire()
                        .bean(Acceptance.class)
                        .accept(
                                Messages.arrival(
                                        northshire().bean(Rows.class), transfer, Neighbour.now()));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return transfer;
    }

    private static DocumentReference document(long size, Heap heap) {
        var about = new Documents.New(NORTHSHIRE, "Advice", "application/pdf", null);
        var storing = northshire().bean(Documents.class).store(about, new LargePdf(size, heap));
        return ((Documents.Storing.Stored) storing).document().reference();
    }

    private static void assertArrived(DocumentReference document) {
        Documents documents = southmere().bean(Documents.class);
        StoredDocument arrived = documents.find(document.id()).orElseThrow();
        assertThat(arrived.reference()).isEqualTo(document);
        assertThat(arrived.owner()).isEqualTo(NORTHSHIRE);
        assertThat(documents.open(arrived)).hasDigest("SHA-256", document.sha256());
    }

    private static void awaitDelivered(PlanTransfer transfer, Heap heap) {
        await("delivery; its last word was: " + transfer)
                .atMost(SOON)
                .until(
                        () -> {
                            if (heap != null) {
                                heap.look();
                            }
                            return "delivered".equals(delivery("status", transfer));
                        });
    }

    private static String delivery(String column, PlanTransfer transfer) {
        return one(
                northshire(),
                "select d.%s from delivery d join message m on m.seq = d.message_seq where m.message_id = ?"
                        .formatted(column),
                transfer);
    }

    private static String proof(PlanTransfer transfer) {
        return delivery("proof", transfer);
    }

    private static long attempts(PlanTransfer transfer) {
        return northshire()
                .bean(JdbcClient.class)
                .sql(
                        """
                        select count(*) from delivery_attempt t join delivery d on d.id = t.delivery_id
                          join message m on m.seq = d.message_seq where m.message_id = ?
                        """)
                .param(transfer.envelope().messageId().value())
                .query(Long.class)
                .single();
    }

    private static long received(PlanTransfer transfer) {
        return count(southmere().bean(JdbcClient.class), "message", transfer);
    }

    private static long count(JdbcClient database, String table, PlanTransfer transfer) {
        return database.sql("select count(*) from %s where message_id = ?".formatted(table))
                .param(transfer.envelope().messageId().value())
                .query(Long.class)
                .single();
    }

    private static String one(RunningExchange exchange, String sql, PlanTransfer transfer) {
        return exchange.bean(JdbcClient.class)
                .sql(sql)
                .param(transfer.envelope().messageId().value())
                .query(String.class)
                .single();
    }

    private static byte[] bytes(RunningExchange exchange, String sql, PlanTransfer transfer) {
        return exchange.bean(JdbcClient.class)
                .sql(sql)
                .param(transfer.envelope().messageId().value())
                .query((row, n) -> row.getBytes(1))
                .single();
    }
}
