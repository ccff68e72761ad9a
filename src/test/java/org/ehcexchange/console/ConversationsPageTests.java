package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Person;
import org.ehcexchange.directory.Role;
import org.ehcexchange.ledger.held.Held;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// What people read on the page of conversations.
class ConversationsPageTests {

    private static final OrganisationCode COUNCIL = new OrganisationCode("LA:998");
    private static final OrganisationCode TRUST = new OrganisationCode("ODS:RN1");
    private static final OrganisationCode SCHOOL = new OrganisationCode("URN:900001");
    private static final Instant NOON = Instant.parse("2027-01-12T12:00:00Z");

    private final InMemoryConversations conversations = new InMemoryConversations(COUNCIL);
    private final InMemoryHeld held = new InMemoryHeld();
    private final InMemoryPartners partners = new InMemoryPartners();

    @Test
    void showsWhatIsAskedOfWhomAndWhenItIsDue() throws Exception {
        conversations.add("EHC-2027-0001", TRUST, "acknowledged", LocalDate.of(2027, 1, 22));

        assertThat(page())
                .contains("EHC-2027-0001", "A trust", "Medical", "Received", "22 Jan 2027")
                .contains("10 days left")
                .contains("Nothing here is overdue");
    }

    @Test
    void saysWhatIsOverdueAndByHowMuch() throws Exception {
        conversations.add("EHC-2027-0001", TRUST, "requested", LocalDate.of(2027, 1, 11));

        assertThat(page()).contains("1 day over", "1 is overdue.");
    }

    @Test
    void saysHowLateAnAnswerCameAndWhatWasReliedOn() throws Exception {
        conversations.answer(
                "EHC-2027-0001", TRUST, LocalDate.of(2027, 1, 3), LocalDate.of(2027, 1, 5));

        assertThat(page()).contains("2 days late, exception: missed appointment");
    }

    @Test
    void saysThatAnExceptionExcusesNothing() throws Exception {
        conversations.add("EHC-2027-0001", TRUST, "late", LocalDate.of(2027, 1, 11));

        assertThat(page()).contains("Late, not excused").doesNotContain("Late, exception");
    }

    @Test
    void saysWhyARequestWasRefused() throws Exception {
        conversations.refuse("EHC-2027-0002", TRUST, "A trust is not asked for that advice.");

        assertThat(page()).contains("Refused", "A trust is not asked for that advice.");
    }

    @Test
    void showsHowEachDeliveryStands() throws Exception {
        conversations.add("EHC-2027-0001", TRUST, "requested", LocalDate.of(2027, 2, 1));
        conversations.deliver("dead", "the partner cannot be reached");

        assertThat(page()).contains("needs a person", "the partner cannot be reached");
    }

    @Test
    void showsPartnersThatArePaused() throws Exception {
        partners.pause(TRUST, "A trust", "connection refused");

        assertThat(page()).contains("Partners whose deliveries wait", "connection refused");
    }

    @Test
    void showsWhatIsHeldToTheHomeAuthorityAlone() throws Exception {
        held.hold(
                new Held.Item(
                        UUID.randomUUID(),
                        new MessageId(UUID.randomUUID()),
                        new ConversationId(UUID.randomUUID()),
                        MessageType.ADVICE_REQUEST,
                        COUNCIL,
                        TRUST,
                        NOON,
                        "the NHS number is known with another date of birth",
                        List.of("date of birth")));

        assertThat(page()).contains("Held until a person looks");
        assertThat(page(of(TRUST))).doesNotContain("Held until a person looks");
    }

    @Test
    void showsNobodyTheConversationsOfOthers() throws Exception {
        conversations.add("EHC-2027-0001", TRUST, "requested", LocalDate.of(2027, 2, 1));

        assertThat(page(of(SCHOOL)))
                .doesNotContain("EHC-2027-0001")
                .contains("There are no conversations yet");
    }

    @Test
    void writesWhatCameFromOutsideAsText() throws Exception {
        conversations.refuse("EHC-2027-0003", TRUST, "<script>alert(1)</script>");

        assertThat(page()).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }

    @Test
    void usesOnlyStylesThatAreThere() throws Exception {
        var links = Pattern.compile("href=\"(/[^\"]+\\.(css|svg))\"").matcher(page()).results();

        assertThat(links.map(link -> link.group(1)))
                .hasSize(3)
                .allSatisfy(link -> assertThat(isServed(link)).as(link).isTrue());
    }

    private static boolean isServed(String link) {
        return new ClassPathResource("static" + link).exists()
                || new ClassPathResource("META-INF/resources" + link).exists();
    }

    private String page() throws Exception {
        return page(of(COUNCIL));
    }

    private static SignedIn of(OrganisationCode code) {
        return new SignedIn(
                new Person("sam@example", "Sam", code, Set.of(Duty.AUDITOR), null, null),
                organisation(code, "The viewer's body", Role.AUTHORITY),
                code.equals(COUNCIL));
    }

    private String page(SignedIn you) throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(you, "", List.of()));
        return mvc().perform(MockMvcRequestBuilders.get("/conversations"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private MockMvc mvc() {
        Boards boards =
                new Boards(conversations, held, partners, directory(), InstantSource.fixed(NOON));
        return MockMvcBuilders.standaloneSetup(new ConversationsPage(boards))
                .setCustomArgumentResolvers(new AuthenticationPrincipalArgumentResolver())
                .setViewResolvers(views())
                .build();
    }

    private static ThymeleafViewResolver views() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    private static Directory directory() {
        return Directory.of(
                List.of(
                        organisation(COUNCIL, "A council", Role.AUTHORITY),
                        organisation(TRUST, "A trust", Role.HEALTH_PROVIDER)));
    }

    private static Organisation organisation(OrganisationCode code, String name, Role role) {
        return new Organisation(
                code,
                name,
                Set.of(role),
                null,
                null,
                null,
                List.of(),
                new Channel.CanonicalPull(),
                null);
    }
}
