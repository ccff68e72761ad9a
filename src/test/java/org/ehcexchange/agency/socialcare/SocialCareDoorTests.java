package org.ehcexchange.agency.socialcare;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.unit.DataSize;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The HTTP door for JSON: who sent it comes from the token, and each outcome has its own answer.
class SocialCareDoorTests {

    private static final Principal TEAM = () -> "SVC:northshire-csc";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private Arrival came;
    private Outcome outcome;
    private MockMvcTester door;

    @BeforeEach
    void open() throws Exception {
        camel.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:social-care-in")
                                .process(
                                        exchange -> {
                                            came = exchange.getIn().getBody(Arrival.class);
                                            exchange.getIn().setBody(outcome);
                                        });
                    }
                });
        camel.start();
        var settings = new SocialCareSettings(DataSize.ofKilobytes(2));
        door =
                MockMvcTester.of(
                        new SocialCareDoor(
                                camel.createProducerTemplate(), settings, () -> Instant.EPOCH));
    }

    @AfterEach
    void close() {
        camel.stop();
    }

    @Test
    void answersAnAcceptedMessageWithAReceipt() {
        outcome = new Outcome.Accepted(receipt());

        var answer = post("{}");

        assertThat(answer).hasStatus(202);
        assertThat(came.sender()).isEqualTo(new OrganisationCode("SVC:northshire-csc"));
        assertThat(came.door()).isEqualTo("ssd-json");
        assertThat(new String(body(answer), StandardCharsets.UTF_8)).contains("advice-return");
    }

    @Test
    void answersTheSameAgainWithTwoHundred() {
        outcome = new Outcome.AlreadyAccepted(receipt());

        assertThat(post("{}")).hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED,400",
        "INVALID,422",
        "FORBIDDEN,403",
        "NOT_FOUND,404",
        "ILLEGAL_MOVE,422",
        "REFUSED,422",
        "CONFLICT,409"
    })
    void answersEachFaultWithItsStatusAndEveryViolation(Fault fault, int status) {
        outcome =
                new Outcome.NotAccepted(
                        fault,
                        List.of(
                                new Violation("/a", "A < B.", "Do."),
                                new Violation("/b", "No.", "Do too.")));

        var answer = post("{}");

        assertThat(answer).hasStatus(status);
        assertThat(new String(body(answer), StandardCharsets.UTF_8))
                .contains("urn:ehc-exchange:problem:", "A < B.", "Do too.");
    }

    @Test
    void stopsReadingAtTheLimit() {
        assertThat(post("x".repeat(3000))).hasStatus(413);
        assertThat(came).isNull();
    }

    @Test
    void takesNothingButJson() {
        assertThat(
                        door.post()
                                .uri("/social-care/v1/messages")
                                .contentType("application/xml")
                                .content("<x/>"))
                .hasStatus(415);
    }

    private MvcTestResult post(String text) {
        return door.post()
                .uri("/social-care/v1/messages")
                .contentType("application/json")
                .with(SocialCareDoorTests::signedIn)
                .content(text)
                .exchange();
    }

    private static MockHttpServletRequest signedIn(MockHttpServletRequest request) {
        request.setUserPrincipal(TEAM);
        return request;
    }

    private static byte[] body(MvcTestResult answer) {
        return answer.getResponse().getContentAsByteArray();
    }

    private static Receipt receipt() {
        return new Receipt(
                new MessageId(new UUID(1, 2)),
                new ConversationId(new UUID(3, 4)),
                Instant.EPOCH,
                "0".repeat(64),
                "held",
                "A person must look.",
                List.of(
                        new Receipt.Due(
                                "advice-return",
                                "SEND Regulations 2014, reg. 8(1)",
                                LocalDate.of(2026, 6, 22),
                                "six weeks")),
                List.of(new Receipt.Delivery(new OrganisationCode("LA:998"), "ready")));
    }
}
