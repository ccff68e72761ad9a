package org.ehcexchange.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.testing.Calls;
import org.ehcexchange.testing.Calls.Answer;
import org.ehcexchange.testing.TestDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// A protected child's mark goes with every message, and the address with none: over each channel,
/// there and back.
class ProtectedChildIT {

    private static final String COUNCIL = "LA:998";
    private static final String POSTCODE = "ZZ99 3WZ";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<To, Partner> PARTNERS = new EnumMap<>(To.class);

    private static final AtomicInteger NEXT = new AtomicInteger();

    @TempDir static Path folder;
    private static RunningExchange exchange;
    private static Calls calls;

    /// A partner of each channel.
    enum To {
        HEALTH("ODS:RN1", "health-provider", "fhir", "\"code\":\"R\""),
        POLLING_HEALTH("ODS:RN2", "health-provider", "fhir-poll", "\"code\":\"R\""),
        SCHOOL("URN:900001", "education-setting", "cbds-xml-http", "<Protected>true</Protected>"),
        SOCIAL_CARE("SVC:csc", "social-care", "ssd-json-http", "\"pers_protected_flag\":\"Y\""),
        PUSHED("SVC:pushed", "social-care", "canonical-push", "\"protected\":true"),
        COLLECTING("SVC:eps", "education-psychology", "canonical-pull", "\"protected\":true");

        private final String code;
        private final String role;
        private final String channel;

        /// How the channel says that the child is protected.
        private final String mark;

        To(String code, String role, String channel, String mark) {
            this.code = code;
            this.role = role;
            this.channel = channel;
            this.mark = mark;
        }

        boolean isSentTo() {
            return this != POLLING_HEALTH && this != COLLECTING;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Path directory = folder.resolve("directory");
        Folders.council(directory);
        for (To to : To.values()) {
            RunningExchange.organisation(directory, to.name(), yaml(to));
        }
        exchange = RunningExchange.start(folder.resolve("data"), directory, Map.of());
        calls = new Calls(exchange.url(""), "correct-horse");
    }

    private static String yaml(To to) throws IOException {
        String channel = "type: " + to.channel;
        if (to.isSentTo()) {
            PARTNERS.put(to, Partner.start());
            channel +=
                    ", endpoint: \"%s\", login: {type: bearer, token: \"${PARTNER_TOKEN}\"}%s"
                            .formatted(
                                    PARTNERS.get(to).url(),
                                    to == To.HEALTH ? ", format: json" : "");
        }
        return """
        code: %s
        name: Partner %s
        ods-code: %s
        roles: [%s]
        secret-hash: "%s"
        channel: {%s}
        """
                .formatted(
                        to.code,
                        to.name(),
                        to.code.substring(to.code.indexOf(':') + 1).toUpperCase(Locale.ROOT),
                        to.role,
                        TestDirectory.HASH,
                        channel)
                .replaceAll("ods-code: (900001|CSC|PUSHED|EPS)\n", "");
    }

    @AfterAll
    static void stop() {
        exchange.close();
        PARTNERS.values().forEach(Partner::close);
    }

    @ParameterizedTest
    @EnumSource
    void theMarkGoesToEveryPartnerAndTheAddressToNone(To to) {
        AdviceRequest request = request(to, newChild().asProtected());

        send(request);

        assertMarkedWithoutAddress(to, request);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsOnRecordAsProtectedStaysSoWithoutTheMark(To to) {
        Child child = newChild();
        send(request(To.COLLECTING, child.asProtected()));
        AdviceRequest request = request(to, child);

        send(request);

        assertMarkedWithoutAddress(to, request);
    }

    @ParameterizedTest
    @EnumSource(names = {"HEALTH", "SCHOOL", "SOCIAL_CARE", "PUSHED", "COLLECTING"})
    void anAnswersMarkIsKeptAndComesBackToTheCouncil(To from) throws IOException {
        Child child = newChild();
        AdviceRequest request = request(from, child);
        send(request);
        String sent = received(from, request);
        assertThat(sent).doesNotContain(from.mark);

        Answer answer = acknowledge(from, request, sent);

        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        assertThat(inbox(COUNCIL, request).at("/message/child/protected").asBoolean()).isTrue();
        AdviceRequest next = request(To.PUSHED, child);
        send(next);
        assertMarkedWithoutAddress(To.PUSHED, next);
    }

    @Test
    void theAuthoritySetsTheMarkAndWhatIsStillToGoKeepsToIt() {
        Partner partner = PARTNERS.get(To.PUSHED);
        partner.answers(body -> 503);
        AdviceRequest request = request(To.PUSHED, newChild());
        AdviceRequest waiting = request(To.COLLECTING, request.envelope().child());
        send(request);
        send(waiting);
        await().atMost(SOON).until(() -> !attempts(request).isEmpty());

        Answer set = protect(COUNCIL, request, "{\"protected\":true,\"reason\":\"Court order\"}");
        partner.answers(body -> 200);

        assertThat(set.status()).as(set.text()).isEqualTo(200);
        assertThat(set.json().path("protected").asBoolean()).isTrue();
        assertMarkedWithoutAddress(To.PUSHED, request);
        assertMarkedWithoutAddress(To.COLLECTING, waiting);
        assertThat(steps(request)).contains("protected: Court order");
    }

    @Test
    void theAuthorityLiftsTheMarkWithAReason() {
        Child child = newChild();
        AdviceRequest marked = request(To.COLLECTING, child.asProtected());
        send(marked);

        Answer lifted = protect(COUNCIL, marked, "{\"protected\":false,\"reason\":\"A mistake\"}");
        AdviceRequest next = request(To.PUSHED, child);
        send(next);

        assertThat(lifted.status()).as(lifted.text()).isEqualTo(200);
        assertThat(received(To.PUSHED, next)).contains(POSTCODE).doesNotContain(To.PUSHED.mark);
        assertThat(steps(marked)).contains("protection-lifted: A mistake");
        assertThat(received(To.COLLECTING, marked)).contains(To.COLLECTING.mark);
    }

    @Test
    void nobodyElseSetsOrLiftsTheMark() {
        AdviceRequest request = request(To.COLLECTING, Messages.child());
        send(request);
        String wish = "{\"protected\":true,\"reason\":\"because\"}";

        assertThat(protect(To.COLLECTING.code, request, wish).status()).isEqualTo(404);
        assertThat(protect(COUNCIL, request(To.HEALTH, Messages.child()), wish).status())
                .isEqualTo(404);
        assertThat(protect(COUNCIL, request, "{\"reason\":\"because\"}").status()).isEqualTo(400);
        assertThat(protect(COUNCIL, request, "{\"protected\":true}").status()).isEqualTo(400);
        assertThat(isProtected(request)).isFalse();
    }

    @Test
    void aChildWithANewNumberAndNameIsNotTakenForTheOneOfBefore() {
        Child before = newChild();
        Child after = living(Messages.child(50_000, "Plover", before.dateOfBirth()));
        send(request(To.COLLECTING, before));

        AdviceRequest request = request(To.PUSHED, after.asProtected());
        send(request);

        assertMarkedWithoutAddress(To.PUSHED, request);
        assertThat(
                        exchange.bean(JdbcClient.class)
                                .sql("select protected from child where nhs_number = ?")
                                .param(before.nhsNumber().value())
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    private static void assertMarkedWithoutAddress(To to, AdviceRequest request) {
        assertThat(received(to, request)).contains(to.mark).doesNotContain(POSTCODE);
    }

    /// Born on a day of their own, so that near numbers are not taken for slips.
    private static Child newChild() {
        int n = NEXT.incrementAndGet();
        return living(
                Messages.child(60_000 + n, "Sandpiper", LocalDate.of(2014, 1, 1).plusDays(n)));
    }

    private static Child living(Child child) {
        return new Child(
                child.reference(),
                child.nhsNumber(),
                child.upn(),
                child.familyName(),
                child.givenNames(),
                child.dateOfBirth(),
                child.sex(),
                POSTCODE,
                false);
    }

    private static AdviceRequest request(To to, Child child) {
        AdviceRequest request =
                Messages.request(
                        new OrganisationCode(to.code),
                        child,
                        "SEND Regulations 2014, reg. 6(1)(f)");
        return new AdviceRequest(
                request.envelope(),
                request.caseReference(),
                AdviceType.OTHER,
                request.assessmentRequestedOn(),
                request.questions(),
                null);
    }

    private static void send(EhcMessage message) {
        Answer answer = calls.post(COUNCIL, "/api/v1/messages", json(message));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().path("status").asText()).isEqualTo("accepted");
    }

    private static String json(EhcMessage message) {
        return JSON.valueToTree(CanonicalWriter.write(message)).toString();
    }

    /// What the partner was sent, or sees when it looks, without blanks between JSON's tokens.
    private static String received(To to, AdviceRequest request) {
        return switch (to) {
            case COLLECTING -> inbox(to.code, request).path("message").toString();
            case POLLING_HEALTH ->
                    calls.get(to.code, "/fhir/Task/" + request.envelope().conversationId())
                            .json()
                            .toString();
            case HEALTH, SCHOOL, SOCIAL_CARE, PUSHED -> {
                await().atMost(SOON).until(() -> !sent(to, request).isEmpty());
                yield sent(to, request).getFirst();
            }
        };
    }

    private static List<String> sent(To to, AdviceRequest request) {
        return PARTNERS.get(to).received().stream()
                .filter(body -> body.contains(request.envelope().messageId().toString()))
                .toList();
    }

    private static List<String> attempts(AdviceRequest request) {
        return PARTNERS.get(To.PUSHED).attempts().stream()
                .filter(body -> body.contains(request.envelope().messageId().toString()))
                .toList();
    }

    private static JsonNode inbox(String as, AdviceRequest request) {
        String conversation = request.envelope().conversationId().toString();
        JsonNode items = calls.get(as, "/api/v1/inbox?limit=200").json().path("items");
        for (JsonNode item : items) {
            if (item.at("/message/conversationId").asText().equals(conversation)) {
                return item;
            }
        }
        throw new AssertionError("nothing of this conversation is in the inbox of " + as);
    }

    /// An acknowledgement in the partner's own format, which says that the child is protected.
    private static Answer acknowledge(To from, AdviceRequest request, String sent)
            throws IOException {
        return switch (from) {
            case HEALTH -> MarkedAnswers.fhir(calls, from.code, sent);
            case SCHOOL ->
                    calls.post(
                            from.code,
                            "/education/v1/messages",
                            "application/xml",
                            BodyPublishers.ofString(MarkedAnswers.xml(request, sent)));
            case SOCIAL_CARE ->
                    calls.post(
                            from.code,
                            "/social-care/v1/messages",
                            MarkedAnswers.ssd(request, sent));
            case PUSHED, COLLECTING -> calls.post(from.code, "/api/v1/messages", marked(request));
            case POLLING_HEALTH -> throw new IllegalArgumentException("answers as HEALTH does");
        };
    }

    private static String marked(AdviceRequest request) {
        AdviceAcknowledged acknowledged = Messages.acknowledged(request);
        return json(
                new AdviceAcknowledged(
                        acknowledged.envelope().withChild(request.envelope().child().asProtected()),
                        acknowledged.receivedOn()));
    }

    private static Answer protect(String as, AdviceRequest about, String wish) {
        UUID conversation = about.envelope().conversationId().value();
        return calls.post(as, "/api/v1/conversations/" + conversation + "/protection", wish);
    }

    private static List<String> steps(AdviceRequest request) {
        return calls.get(COUNCIL, "/api/v1/conversations/" + request.envelope().conversationId())
                .json()
                .path("timeline")
                .findValuesAsText("what");
    }

    private static boolean isProtected(AdviceRequest request) {
        return exchange.bean(JdbcClient.class)
                .sql(
                        "select c.protected from child c join conversation v on v.child_id = c.id"
                                + " where v.id = ?")
                .param(request.envelope().conversationId().value())
                .query(Boolean.class)
                .single();
    }
}
