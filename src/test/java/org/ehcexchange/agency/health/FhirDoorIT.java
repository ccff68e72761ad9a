package org.ehcexchange.agency.health;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;

import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.running.RunningExchange;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The FHIR door over HTTP on a whole exchange, with a trust that is sent to and one that polls.
class FhirDoorIT {

    private static final String TRUST = "ODS:RN1";
    private static final String POLLER = "ODS:RN2";
    private static final String OTHER = "ODS:RN3";
    private static final byte[] PDF = "%PDF-1.4\n% synthetic\n%%EOF\n".getBytes(UTF_8);

    @TempDir static Path folder;
    private static TrustServer trust;
    private static RunningExchange exchange;
    private static FhirCalls calls;

    @BeforeAll
    static void start() throws IOException {
        trust = TrustServer.start();
        Path directory = folder.resolve("directory");
        organisation(directory, "LA:998", "authority", "ZL998", "type: canonical-pull");
        organisation(
                directory,
                TRUST,
                "health-provider",
                "RN1",
                "type: fhir, endpoint: \""
                        + trust.url()
                        + "\", format: xml, login: {type: bearer, token: \"${PARTNER_TOKEN}\"}");
        organisation(directory, POLLER, "health-provider", "RN2", "type: fhir-poll");
        organisation(directory, OTHER, "health-provider", "RN3", "type: fhir-poll");
        exchange = RunningExchange.start(folder.resolve("data"), directory, Map.of());
        calls = new FhirCalls(exchange.url(""));
    }

    @AfterAll
    static void stop() {
        exchange.close();
        trust.close();
    }

    private static void organisation(
            Path folder, String code, String role, String ods, String channel) {
        RunningExchange.organisation(
                folder,
                ods.toLowerCase(java.util.Locale.ROOT),
                """
                code: %s
                name: Organisation %s
                roles: [%s]
                ods-code: %s
                secret-hash: "%s"
                channel: {%s}
                """
                        .formatted(
                                code,
                                ods,
                                role,
                                ods,
                                org.ehcexchange.testing.TestDirectory.HASH,
                                channel));
    }

    private static Asked ask(String adviser) {
        Asked asked = Asked.of(adviser);
        Outcome outcome =
                exchange.bean(Acceptance.class)
                        .accept(
                                new Arrival(
                                                asked.request().envelope().from(),
                                                "canonical",
                                                "application/json",
                                                asked.id().toString().getBytes(UTF_8),
                                                asked.request().envelope().sentAt().toInstant())
                                        .read(asked.request()));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return asked;
    }

    private static String state(Asked asked) {
        return exchange.bean(JdbcClient.class)
                .sql("select state from conversation where id = ?")
                .param(asked.conversation())
                .query(String.class)
                .single();
    }

    @Test
    void sendsARequestAndTakesTheAdviceWithItsReport() throws Exception {
        Asked asked = ask(TRUST);
        Bundle sent = trust.await(asked.id());

        var acknowledged = calls.message(TRUST, asked.acknowledgement(sent));
        var provided = calls.message(TRUST, asked.advice(sent, PDF));

        assertThat(acknowledged.status()).isEqualTo(200);
        assertThat(provided.status()).isEqualTo(200);
        assertThat(provided.bundle().getEntryFirstRep().getResource().fhirType())
                .isEqualTo("MessageHeader");
        assertThat(state(asked)).isEqualTo("provided");
        assertThat(calls.get("LA:998", "/fhir/Binary/" + Hashes.sha256(PDF)).body()).isEqualTo(PDF);
    }

    @ParameterizedTest
    @EnumSource
    void speaksJsonAndXml(org.ehcexchange.directory.Channel.WireFormat format) throws Exception {
        Asked asked = ask(TRUST);
        Bundle sent = trust.await(asked.id());

        var answer = calls.message(TRUST, asked.acknowledgement(sent), format);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(MediaTypes.of(format));
        assertThat(answer.headers("X-Request-Id")).hasSize(1);
        assertThat(answer.header("X-Correlation-Id")).isEqualTo(asked.conversation().toString());
        assertThat(state(asked)).isEqualTo("acknowledged");
    }

    @Test
    void saysDuplicateToTheSameBytesAndConflictToOthers() throws Exception {
        Asked asked = ask(TRUST);
        Bundle answer = asked.acknowledgement(trust.await(asked.id()));
        calls.message(TRUST, answer);

        var again = calls.message(TRUST, answer);
        answer.getEntry().stream()
                .filter(each -> each.getResource() instanceof Patient)
                .forEach(each -> ((Patient) each.getResource()).getNameFirstRep().addGiven("Ada"));
        var other = calls.message(TRUST, answer);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.issue()).isEqualTo("duplicate REC_CONFLICT");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.issue()).isEqualTo("conflict REC_CONFLICT");
    }

    @Test
    void refusesAnAnswerToARequestThatWasNeverSentToTheSender() throws Exception {
        Asked asked = ask(TRUST);
        Bundle answer = asked.acknowledgement(trust.await(asked.id()));
        Asked.header(answer).getResponse().setIdentifier(UUID.randomUUID().toString());

        var refused = calls.message(TRUST, answer);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.issue()).isEqualTo("not-found REC_NOT_FOUND");
        assertThat(state(asked)).isEqualTo("requested");
    }

    @Test
    void keepsATaskThatGoesBackWithoutEffect() throws Exception {
        Asked asked = ask(TRUST);
        Bundle sent = trust.await(asked.id());
        Bundle early = asked.advice(sent, PDF);
        Asked.task(early).getMeta().setVersionId("1");

        var kept = calls.message(TRUST, early);

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.text()).contains("superseded");
        assertThat(state(asked)).isEqualTo("requested");
    }

    @Test
    void refusesAMoveThatIsNotLegal() throws Exception {
        Asked asked = ask(TRUST);
        Bundle sent = trust.await(asked.id());
        calls.message(TRUST, asked.advice(sent, PDF));
        Bundle after = asked.acknowledgement(sent);
        Asked.task(after).getMeta().setVersionId("9");

        var refused = calls.message(TRUST, after);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.issue()).isEqualTo("business-rule REC_UNPROCESSABLE_ENTITY");
    }

    @Test
    void refusesWithoutAToken() throws Exception {
        assertThat(calls.anonymous("/fhir/Task/1").issue()).isEqualTo("login REC_UNAUTHORIZED");
        assertThat(calls.anonymous("/fhir/Task/1").status()).isEqualTo(401);
        assertThat(calls.anonymous("/fhir/Binary/1").status()).isEqualTo(401);
    }

    @Test
    void refusesWhatIsTooLargeWithWords() throws Exception {
        byte[] large = new byte[50 * 1024 * 1024];
        java.util.Arrays.fill(large, (byte) '[');

        var refused =
                calls.post(
                        TRUST, "/fhir/$process-message", "application/fhir+json", large, Map.of());

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.issue()).isEqualTo("too-long REC_BAD_REQUEST");
    }

    @Test
    void refusesWhatIsNotFhirByItsType() throws Exception {
        var refused = calls.post(TRUST, "/fhir/$process-message", "text/plain", PDF, Map.of());

        assertThat(refused.status()).isEqualTo(415);
    }

    @Test
    void describesItself() {
        CapabilityStatement statement =
                client(null).capabilities().ofType(CapabilityStatement.class).execute();

        assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(statement.getRestFirstRep().getResource())
                .extracting(each -> each.getType())
                .containsExactly("Task", "ServiceRequest", "Binary");
        assertThat(statement.getImplementation().getUrl()).isEqualTo(exchange.url("/fhir"));
    }

    @Test
    void showsAPollerItsOwnTasks() throws Exception {
        Asked first = ask(POLLER);
        Asked second = ask(POLLER);
        IGenericClient client = client(POLLER);

        Bundle page =
                client.search()
                        .byUrl("Task?owner=RN2&_lastUpdated=gt2020-01-01T00:00:00Z&_count=1")
                        .returnBundle(Bundle.class)
                        .execute();
        Bundle next = client.loadPage().next(page).execute();
        Task task = (Task) page.getEntryFirstRep().getResource();
        var request =
                client.read()
                        .resource(org.hl7.fhir.r4.model.ServiceRequest.class)
                        .withId(task.getIdPart())
                        .execute();

        // Both changed at the same moment, so which comes first is for their ids to say.
        assertThat(List.of(task.getIdPart(), next.getEntryFirstRep().getResource().getIdPart()))
                .containsExactlyInAnyOrder(
                        first.conversation().toString(), second.conversation().toString());
        assertThat(task.getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        assertThat(task.getContained()).hasSize(1);
        assertThat(request.getOccurrencePeriod().getEnd()).isNotNull();
        assertThat(
                        client.read()
                                .resource(Task.class)
                                .withId(task.getIdPart())
                                .execute()
                                .getOwner()
                                .getIdentifier()
                                .getValue())
                .isEqualTo("RN2");
    }

    @Test
    void goesOnFromTheLastMomentSeen() throws Exception {
        Asked asked = ask(OTHER);
        Task task =
                client(OTHER)
                        .read()
                        .resource(Task.class)
                        .withId(asked.conversation().toString())
                        .execute();

        var from = task.getMeta().getLastUpdatedElement().getValueAsString().replace("+", "%2B");
        Bundle page =
                client(OTHER)
                        .search()
                        .byUrl("Task?owner=RN3&_lastUpdated=gt" + from)
                        .returnBundle(Bundle.class)
                        .execute();

        assertThat(page.getEntry())
                .noneMatch(each -> each.getResource().getIdPart().equals(task.getIdPart()));
    }

    @Test
    void countsAPolledRequestAsReceived() throws Exception {
        Asked asked = ask(OTHER);
        calls.get(OTHER, "/fhir/Task/" + asked.conversation());

        assertThat(
                        exchange.bean(JdbcClient.class)
                                .sql("select status from delivery where conversation_id = ?")
                                .param(asked.conversation())
                                .query(String.class)
                                .single())
                .isEqualTo("delivered");
    }

    @Test
    void showsNobodySomebodyElsesTask() throws Exception {
        Asked asked = ask(OTHER);

        assertThat(calls.get(TRUST, "/fhir/Task/" + asked.conversation()).status()).isEqualTo(404);
        assertThat(calls.get(TRUST, "/fhir/Task/" + asked.conversation()).issue())
                .isEqualTo("not-found REC_NOT_FOUND");
        assertThat(calls.get(TRUST, "/fhir/ServiceRequest/" + asked.conversation()).status())
                .isEqualTo(404);
        assertThat(calls.get(TRUST, "/fhir/Task?owner=RN3").status()).isEqualTo(403);
    }

    @Test
    void takesAnUploadAndHidesItFromOthers() throws Exception {
        byte[] large = java.util.Arrays.copyOf(PDF, 3_000_000);
        var created = calls.post(TRUST, "/fhir/Binary", "application/pdf", large, Map.of());
        String path = "/fhir/Binary/" + Hashes.sha256(large);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(exchange.url(path));
        assertThat(calls.get(TRUST, path).body()).isEqualTo(large);
        assertThat(calls.get(POLLER, path).status()).isEqualTo(404);
        assertThat(calls.get("LA:998", path).status()).isEqualTo(404);
    }

    @Test
    void refusesAnUploadThatIsNotWhatItSays() throws Exception {
        var refused =
                calls.post(
                        TRUST,
                        "/fhir/Binary",
                        "application/pdf",
                        "MZ\u0090\u0000 not a report".getBytes(UTF_8),
                        Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.issue()).startsWith("invalid");
    }

    @Test
    void givesABinaryAsAResourceToWhoAsksForFhir() throws Exception {
        byte[] report = "%PDF-1.4\n% another\n%%EOF\n".getBytes(UTF_8);
        calls.post(TRUST, "/fhir/Binary", "application/pdf", report, Map.of());

        var binary =
                client(TRUST)
                        .read()
                        .resource(org.hl7.fhir.r4.model.Binary.class)
                        .withId(Hashes.sha256(report))
                        .execute();

        assertThat(binary.getContent()).isEqualTo(report);
    }

    private static IGenericClient client(@org.jspecify.annotations.Nullable String caller) {
        FhirContext context = FhirContext.forR4Cached();
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        IGenericClient client = context.newRestfulGenericClient(exchange.url("/fhir"));
        if (caller != null) {
            client.registerInterceptor(new BearerTokenAuthInterceptor(calls.token(caller)));
        }
        return client;
    }
}
