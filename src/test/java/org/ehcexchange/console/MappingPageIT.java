package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.ehcexchange.mapping.Difference;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Subject;
import org.ehcexchange.mapping.Subject.Sample;
import org.ehcexchange.mapping.Trial;
import org.ehcexchange.mapping.Trials;
import org.ehcexchange.running.Office;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Trying a mapping on a message that nobody sent.
class MappingPageIT {

    private static final String REQUEST = "/mappings/cbds-xml/advice-request/to";

    @TempDir static Path folder;

    private static Office office;
    private static Visitor engineer;

    @BeforeAll
    static void start() throws IOException {
        office = Office.open(folder);
        engineer = office.visitor(Office.ENGINEER);
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void listsEveryMappingThereIs() throws IOException {
        String page = engineer.page("/mappings");

        try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches(".*\\.(to|from)\\.jsonata"))
                            // Copies of plans only go out.
                            .filter(name -> !name.equals("plan-copy.from.jsonata"))
                            .map(name -> name.replaceAll("\\.(to|from)\\.jsonata", "/$1"))
                            .toList();
            assertThat(names).isNotEmpty().allMatch(page::contains);
        }
        assertThat(page).contains("fhir-json", "fhir-xml", "cbds-xml", "ssd-json", "canonical");
    }

    /// Those beside the mappings, which the exchange runs at start.
    @Test
    void findsNothingWrongWithTheExamplesThatPass() {
        List<String> faults = new ArrayList<>();
        Trials trials = office.exchange().bean(Trials.class);
        for (Subject subject : trials.subjects()) {
            for (String example : subject.examples()) {
                Sample sample = trials.sample(subject, example).orElseThrow();
                Trial trial = trials.run(subject, sample.text(), sample.context());
                boolean fails = Files.exists(failing(subject, example));
                String name = subject.format().code() + " " + subject.message() + " " + example;
                if (fails == trial.found().isEmpty()) {
                    faults.add(name + " " + subject.direction() + " " + trial.found());
                }
                if (!fails && isLost(subject, trial)) {
                    faults.add(name + " " + subject.direction() + "\n" + trial.roundTrip());
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    private static Path failing(Subject subject, String example) {
        return Path.of("mappings", subject.format().agency(), "examples")
                .resolve(
                        "%s.%s.%s"
                                .formatted(
                                        subject.message(),
                                        subject.direction() == Direction.TO ? "to" : "from",
                                        example))
                .resolve("expected-violations.json");
    }

    /// Only what the mapping says it leaves out may be gone.
    private static boolean isLost(Subject subject, Trial trial) {
        Difference difference = trial.roundTrip();
        return difference == null || (!difference.isNone() && subject.leftOut().isEmpty());
    }

    @Test
    void showsBothSidesAndThatNothingDiffers() {
        String page = tried(REQUEST, sample(REQUEST));

        assertThat(page)
                .contains("Nothing is wrong with it. Same after the round trip.")
                .contains("&lt;AdviceRequest", "&quot;type&quot; : &quot;advice-request&quot;");
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/console/wrong-messages.csv",
            useHeadersInDisplayName = true,
            delimiter = '|',
            quoteCharacter = '`')
    void saysWhatIsWrongAndWhere(
            String mapping, String example, String instead, String where, String problem) {
        String message = sample(mapping);
        assertThat(message).contains(example);

        String page = tried(mapping, message.replace(example, instead == null ? "" : instead));

        assertThat(main(page)).contains(where, problem).doesNotContain("Same after the round trip");
    }

    @Test
    void showsWhatIsPastedAsTextAndNeverRunsIt() {
        String page =
                tried(
                        REQUEST,
                        sample(REQUEST)
                                .replace(
                                        "\"advice-request\"",
                                        "\"</textarea><script>alert(1)</script>\""));

        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
    }

    @Test
    void saysThatALargeMessageIsTooLargeAndGoesOn() {
        byte[] megabyte = new byte[1024 * 1024];
        HttpResponse<String> answer =
                engineer.paste(
                        REQUEST,
                        "message",
                        BodyPublishers.ofByteArrays(Collections.nCopies(50, megabyte)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("There is a problem", "larger than 1.0 MB");
        assertThat(engineer.get(REQUEST).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsNothingOfWhatWasTried() {
        String before = kept();

        tried(REQUEST, sample(REQUEST).replace("Robin", "Marmaduke"));

        assertThat(kept()).isEqualTo(before).doesNotContain("Marmaduke");
    }

    /// How many messages and acts there are, and all that sessions and the audit say.
    private static String kept() {
        return office.exchange()
                .bean(JdbcClient.class)
                .sql(
                        """
                        select (select count(*) from message) || ' '
                            || (select count(*) from audit) || ' '
                            || (select coalesce(string_agg(detail::text, ' ' order by id), '') from audit)
                            || (select coalesce(string_agg(encode(attribute_bytes, 'escape'), ' '), '')
                                  from spring_session_attributes
                                 where attribute_name not like '%SECURITY%' and attribute_name not like '%Csrf%')
                        """)
                .query(String.class)
                .single();
    }

    @Test
    void asksForAMessage() {
        assertThat(tried(REQUEST, " ")).contains("Paste a message, or pick an example.");
        assertThat(engineer.post(REQUEST, java.util.Map.of()).statusCode()).isEqualTo(404);
        assertThat(engineer.get(REQUEST + "?example=none").statusCode()).isEqualTo(404);
        assertThat(engineer.get("/mappings/none/advice-request/to").statusCode()).isEqualTo(404);
    }

    @Test
    void triesAnExampleInABrowserWithoutScripts() {
        try (Chromium chromium = Chromium.start(office.exchange().url(""))) {
            Page page = chromium.signedIn("Ines Porter", 1100, false);
            page.navigate("/mappings");
            page.locator("a[href='/mappings/fhir-json/advice-return/to']").click();
            page.getByText("declined for two reasons").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try it")).click();
            Chromium.assertSays(page, "Same after the round trip");

            for (int width : new int[] {1100, 320}) {
                Page usable = chromium.signedIn("Ines Porter", width, true);
                usable.navigate(
                        "/mappings/ssd-json/advice-request/from?example=unknown-advice-type");
                usable.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try it"))
                        .click();
                usable.getByText("What is wrong", new Page.GetByTextOptions().setExact(true))
                        .waitFor();
                Chromium.assertUsable(usable);
            }
        }
    }

    /// What came of it, without tags.
    private static String main(String page) {
        return page.substring(page.indexOf("id=\"came\""), page.indexOf("exchange-sides"))
                .replaceAll("</?(span|wbr)[^>]*>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replace("&quot;", "\"");
    }

    private static String tried(String mapping, String message) {
        return engineer.paste(mapping, "message", BodyPublishers.ofString(message)).body();
    }

    /// The first example, as the page offers it.
    private static String sample(String mapping) {
        String[] parts = mapping.split("/");
        Trials trials = office.exchange().bean(Trials.class);
        Subject subject =
                trials.find(
                                parts[2],
                                parts[3],
                                parts[4].equals("to") ? Direction.TO : Direction.FROM)
                        .orElseThrow();
        return trials.sample(subject, subject.examples().getFirst()).orElseThrow().text();
    }
}
