package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ehcexchange.running.Messages.TRUST;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Office;
import org.ehcexchange.running.Transfers;
import org.ehcexchange.testing.Visitor;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One of each thing that a page is about, made in an office: each id under the name that
/// addresses have for it.
final class Everything {

    static final String OFFICER = "officer@northshire-icb.example";
    static final String SENCO = "senco@brookside.example";

    private static final OrganisationCode NURSERY = new OrganisationCode("URN:900002");
    private static final OrganisationCode SOUTHMERE = new OrganisationCode("LA:999");
    private static final LocalDate BORN = LocalDate.of(2016, 4, 2);
    private static final Duration SOON = Duration.ofSeconds(60);

    /// What a browser would run if it were shown.
    private static final String RUNNABLE =
            "%PDF-1.4\n<html><script>alert(1)</script></html>\n%%EOF";

    private final Office office;

    private Everything(Office office) {
        this.office = office;
    }

    static Map<String, String> in(Office office) {
        Everything all = new Everything(office);
        Map<String, String> ids = new TreeMap<>();
        ids.put("partner", TRUST.value());
        all.conversation(ids);
        all.held(ids);
        all.delivery(ids);
        all.plan(ids);
        all.tray(ids);
        all.draft(ids);
        return ids;
    }

    private void conversation(Map<String, String> ids) {
        var about = new Documents.New(Messages.COUNCIL, "Views", "application/pdf", null);
        var stored =
                office.exchange()
                        .bean(Documents.class)
                        .store(
                                about,
                                new ByteArrayInputStream(
                                        RUNNABLE.getBytes(StandardCharsets.UTF_8)));
        assertThat(stored).isInstanceOf(Documents.Storing.Stored.class);
        var document = ((Documents.Storing.Stored) stored).document();
        AdviceRequest request =
                with(
                        Messages.request(TRUST, Messages.child()),
                        List.of(document.reference()),
                        AdviceType.MEDICAL);
        office.trust().answers(body -> 200);
        office.accept(request);
        office.accept(Messages.provided(request));
        ids.put("conversation", request.envelope().conversationId().toString());
        ids.put("document", document.id().toString());
    }

    private static AdviceRequest with(
            AdviceRequest asked,
            List<org.ehcexchange.canonical.DocumentReference> documents,
            AdviceType type) {
        Envelope bare = asked.envelope();
        return new AdviceRequest(
                new Envelope(
                        bare.messageId(),
                        bare.conversationId(),
                        null,
                        bare.from(),
                        bare.to(),
                        bare.sentAt(),
                        bare.ground(),
                        bare.child(),
                        documents),
                asked.caseReference(),
                type,
                asked.assessmentRequestedOn(),
                asked.questions(),
                null);
    }

    /// A child whom one request calls Sandpiper, and a second one, that is held, Plover.
    private void held(Map<String, String> ids) {
        Child child = Messages.child(61, "Sandpiper", BORN);
        office.accept(Messages.request(TRUST, child));
        office.accept(Messages.request(TRUST, Messages.child(61, "Plover", BORN)));
        ids.put(
                "held",
                office.exchange().bean(Held.class).waiting(null, 100).getFirst().id().toString());
    }

    /// What the trust refuses.
    private void delivery(Map<String, String> ids) {
        office.trust().answers(body -> 422);
        AdviceRequest request = Messages.request(TRUST, Messages.child());
        office.accept(request);
        DeadLetters letters = office.exchange().bean(DeadLetters.class);
        var dead =
                await().atMost(SOON)
                        .until(
                                () ->
                                        letters.page(
                                                        new DeadLetters.Query(
                                                                "dead", TRUST, null, 100))
                                                .deliveries(),
                                found -> !found.isEmpty());
        ids.put("delivery", dead.getFirst().id().toString());
    }

    /// A plan that moved, and what the old commissioner is to tell the new one.
    private void plan(Map<String, String> ids) {
        PlanTransfer plan = Transfers.from(Messages.COUNCIL, SOUTHMERE);
        byte[] body =
                office.exchange().bean(Rows.class).canonical(plan).getBytes(StandardCharsets.UTF_8);
        office.exchange()
                .bean(Acceptance.class)
                .accept(
                        new Arrival(
                                        Messages.COUNCIL,
                                        "canonical",
                                        "application/json",
                                        body,
                                        office.exchange().bean(InstantSource.class).instant())
                                .read(plan));
        String id = plan.envelope().conversationId().toString();
        Visitor southmere = office.stranger();
        await().atMost(SOON)
                .until(() -> southmere.page("/plans/" + id).contains("Send your answer"));
        Visitor officer = office.visitor(OFFICER);
        await().atMost(SOON)
                .until(() -> officer.page("/notifications").contains("/notifications/"));
        ids.put("plan", id);
        ids.put(
                "notification",
                officer.page("/notifications")
                        .replaceAll("(?s).*?/notifications/([0-9a-f-]{36}).*", "$1"));
    }

    private void tray(Map<String, String> ids) {
        ids.put("tray", asked(office, NURSERY, AdviceType.EDUCATIONAL, SENCO));
    }

    /// A plan that the council has begun to enter.
    private void draft(Map<String, String> ids) {
        ids.put(
                "draft",
                office.visitor(Office.CASEWORKER)
                        .submit("/plans/start", "/plans/start", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceAll(".*/drafts/([0-9a-f-]{36}).*", "$1"));
    }

    /// Asks a body that has the worktray, and waits until the request is there.
    static String asked(Office office, OrganisationCode body, AdviceType type, String reader) {
        String limb = type == AdviceType.EDUCATIONAL ? "b" : "c";
        AdviceRequest request =
                with(
                        Messages.request(
                                body,
                                Messages.child(),
                                "SEND Regulations 2014, reg. 6(1)(%s)".formatted(limb)),
                        List.of(),
                        type);
        office.accept(request);
        String id = request.envelope().conversationId().toString();
        Visitor visitor = office.visitor(reader);
        await().atMost(SOON).until(() -> visitor.get("/worktray/" + id).statusCode() == 200);
        return id;
    }
}
