package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.delivery.SelfTest;
import org.ehcexchange.delivery.SelfTest.Step;
import org.ehcexchange.delivery.SelfTest.Verdict;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.running.Messages;
import org.ehcexchange.running.Office;
import org.ehcexchange.running.RunningExchange;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Trying whether a partner could be sent something now.
class SelfTestPageIT {

    private static final String TRUST = "/partners/ODS:RN1";

    @TempDir static Path folder;

    private static Office office;

    @BeforeAll
    static void start() throws IOException {
        office = Office.open(folder);
        office.trust().answers(body -> 200);
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ODS:RN1", "URN:900001", "SVC:northshire-csc"})
    void findsNothingWrongWithThePartnersOfTheDemo(String code) {
        assertThat(steps(code)).noneMatch(step -> step.verdict() == Verdict.WRONG);
        assertThat(steps(code)).anyMatch(step -> step.what().equals("Message advice-request"));
    }

    @Test
    void saysInPlainWordsThatANameDoesNotResolve() {
        RunningExchange.organisation(
                folder.resolve("directory"),
                "nowhere",
                """
                code: ODS:RN9
                name: A trust that moved
                roles: [health-provider]
                channel:
                  type: canonical-push
                  endpoint: https://nowhere.invalid/messages
                  login: {type: none}
                """);
        OrganisationCode moved = new OrganisationCode("ODS:RN9");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> office.exchange().bean(Directory.class).find(moved).isPresent());

        assertThat(steps("ODS:RN9"))
                .anyMatch(step -> step.words().contains("nowhere.invalid does not resolve"));
    }

    private static List<Step> steps(String code) {
        return office.exchange()
                .bean(SelfTest.class)
                .run(
                        new OrganisationCode(code),
                        new DeadLetters.Decision(Messages.COUNCIL, "a test"),
                        false)
                .orElseThrow();
    }

    @Test
    void sendsATestMessageOnlyWhenTold() {
        int before = office.trust().received().size();
        Visitor visitor = office.visitor(Office.ENGINEER);

        visitor.submit(TRUST, TRUST + "/self-test", Map.of());
        assertThat(visitor.page(TRUST)).contains("What was tried just now");
        assertThat(office.trust().received()).hasSize(before);
        visitor.submit(TRUST, TRUST + "/self-test", Map.of("send", "true"));

        assertThat(visitor.page(TRUST)).contains("They took it: HTTP 200");
        assertThat(office.trust().received().getLast())
                .contains("\"TEST-", "There is no such child");
        assertThat(office.audited("tested", Office.ENGINEER)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void canBeUsedByEverybody() {
        try (Chromium chromium = Chromium.start(office.exchange().url(""))) {
            for (int width : new int[] {1100, 320}) {
                Page page = chromium.signedIn("Ines Porter", width, true);
                page.navigate(TRUST);
                page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("Run the self-test"))
                        .click();
                Chromium.assertSays(page, "What was tried just now");
                Chromium.assertUsable(page);
            }
        }
    }
}
