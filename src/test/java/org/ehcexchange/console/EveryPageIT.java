package org.ehcexchange.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.assertj.core.api.SoftAssertions;
import org.ehcexchange.running.Office;
import org.ehcexchange.testing.Chromium;
import org.ehcexchange.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A walk through every page and form there is: whose it is not learns nothing of it, nobody's form
/// is sent by somebody else's page, and everybody can use it.
///
/// The pages are those the running exchange has; each must be named in `pages.csv`.
class EveryPageIT {

    private static final Path TABLE = Path.of("src/test/resources/console/pages.csv");
    private static final String NOBODY = "nobody";

    private static final Map<String, String> PEOPLE =
            Map.of(
                    "caseworker", Office.CASEWORKER,
                    "engineer", Office.ENGINEER,
                    "auditor", Office.AUDITOR,
                    "officer", Everything.OFFICER,
                    "southmere-officer", "officer@southmere-icb.example",
                    "senco", Everything.SENCO,
                    "other-senco", "senco@hilltop.example",
                    "trust", "auditor@trust.example",
                    "stranger", "all@southmere.example");

    private static final Map<String, String> NAMES =
            Map.of(
                    "caseworker", "Morgan Hale",
                    "engineer", "Ines Porter",
                    "auditor", "Audrey Finch",
                    "officer", "Priya Nair",
                    "senco", "Tess Okoro",
                    "stranger", "Alex Brook");

    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");

    @TempDir static Path folder;

    private static Office office;
    private static Map<String, String> ids;
    private static final Map<String, Visitor> VISITORS = new TreeMap<>();

    /// One page or form.
    ///
    /// @param path an address of it, with names for ids
    /// @param who may see it; `nobody` where nobody need be signed in
    /// @param others who are told that there is none; empty where each sees their own
    record Row(String method, String pattern, String path, String who, List<String> others) {

        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(
                    cells[0],
                    cells[1].replace('¦', '|'),
                    cells[2],
                    cells[3],
                    Stream.of(cells[4].split(" ")).filter(each -> !each.isEmpty()).toList());
        }

        boolean isForm() {
            return method.equals("POST");
        }

        String mapping() {
            return method + " " + pattern;
        }

        /// The address of what there is.
        String real() {
            String address = path;
            for (Map.Entry<String, String> id : ids.entrySet()) {
                address = address.replace("{" + id.getKey() + "}", id.getValue());
            }
            return address;
        }

        /// The address of what somebody guesses there is.
        String guessed() {
            return path.replace("{partner}", "ODS:NONE")
                    .replaceAll("\\{[a-z]+}", "00000000-0000-4000-8000-000000000000");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        office = Office.open(folder);
        ids = Everything.in(office);
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(TABLE).stream().skip(1).map(Row::of);
    }

    static Stream<Row> forms() throws IOException {
        return rows().filter(Row::isForm);
    }

    static Stream<Row> shown() throws IOException {
        return rows().filter(row -> !row.isForm());
    }

    /// For those who must be signed in.
    static Stream<Row> kept() throws IOException {
        return rows().filter(row -> !row.who().equals(NOBODY));
    }

    private static Visitor visitor(String who) {
        return VISITORS.computeIfAbsent(
                who,
                each ->
                        each.equals(NOBODY)
                                ? new Visitor(office.exchange().url(""))
                                : office.visitor(PEOPLE.get(each)));
    }

    @Test
    void goesToEveryPageThereIs() throws IOException {
        assertThat(rows().map(Row::mapping).distinct())
                .containsExactlyInAnyOrderElementsOf(mappings());
    }

    private static TreeSet<String> mappings() {
        TreeSet<String> found = new TreeSet<>();
        office.exchange()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> add(mapping, method, found));
        return found;
    }

    private static void add(RequestMappingInfo mapping, HandlerMethod method, TreeSet<String> to) {
        if (method.getBeanType().getPackage().equals(EveryPageIT.class.getPackage())) {
            for (RequestMethod each : mapping.getMethodsCondition().getMethods()) {
                mapping.getPatternValues().forEach(pattern -> to.add(each + " " + pattern));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answersOthersAsIfThereWereNoSuchThing(Row row) {
        for (String other : row.others()) {
            HttpResponse<String> real = answer(row, visitor(other), row.real());
            HttpResponse<String> guessed = answer(row, visitor(other), row.guessed());

            assertThat(real.statusCode()).as(other).isEqualTo(404);
            assertThat(real.body()).as(other).isEqualTo(guessed.body()).contains("Page not found");
            assertThat(names(real)).as(other).isEqualTo(names(guessed));
        }
    }

    private static HttpResponse<String> answer(Row row, Visitor visitor, String address) {
        return row.isForm() ? visitor.submit("/", address, Map.of()) : visitor.get(address);
    }

    /// Of the headers, but for that of the connection, which the server closes now and then.
    private static TreeSet<String> names(HttpResponse<String> answer) {
        TreeSet<String> names = new TreeSet<>(answer.headers().map().keySet());
        names.remove("connection");
        return names;
    }

    @ParameterizedTest
    @MethodSource("kept")
    void asksWhoeverIsNotSignedInToSignIn(Row row) {
        Visitor visitor = new Visitor(office.exchange().url(""));
        HttpResponse<String> answer =
                row.isForm()
                        ? visitor.submit("/sign-in", row.real(), Map.of())
                        : visitor.get(row.real());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesNoFormWithoutItsPagesToken(Row row) {
        assertThat(visitor(row.who()).post(row.real(), Map.of()).statusCode()).isEqualTo(404);
        assertThat(
                        visitor(row.who())
                                .post(row.real(), Map.of("_csrf", "somebody's own"))
                                .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("shown")
    void tellsBrowsersWhatTheyMayDoWithIt(Row row) {
        HttpResponse<String> page = visitor(row.who()).get(row.real());

        assertThat(page.statusCode()).isEqualTo(200);
        assertGuarded(page.headers());
        assertGuarded(visitor(NOBODY).get(row.real()).headers());
        if (isPage(page)) {
            assertThat(INLINE.matcher(page.body()).results().map(found -> found.group())).isEmpty();
        } else {
            assertThat(page.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment; filename=");
        }
    }

    @Test
    void guardsThePageThatIsNotThere() {
        HttpResponse<String> none = visitor("caseworker").get("/no-such-page");

        assertGuarded(none.headers());
        assertThat(INLINE.matcher(none.body()).find()).isFalse();
    }

    private static void assertGuarded(HttpHeaders headers) {
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src '", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    private static boolean isPage(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    /// A PDF by its first bytes, a page by the rest.
    @Test
    void givesADocumentToSaveAndNeverToRun() {
        HttpHeaders headers =
                visitor("caseworker").get("/documents/" + ids.get("document")).headers();

        assertThat(headers.firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(headers.firstValue("Content-Disposition"))
                .contains("attachment; filename=\"document.pdf\"");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox; default-src 'none'");
    }

    @Test
    void canBeUsedByEverybody() throws IOException {
        Map<String, List<Row>> pages =
                shown().filter(row -> isPage(visitor(row.who()).get(row.real())))
                        .collect(
                                Collectors.groupingBy(Row::who, TreeMap::new, Collectors.toList()));
        try (Chromium chromium = Chromium.start(office.exchange().url(""))) {
            SoftAssertions all = new SoftAssertions();
            for (int width : new int[] {1100, 320}) {
                pages.forEach((who, rows) -> look(window(chromium, who, width), rows, all));
            }
            all.assertAll();
        }
    }

    private static Page window(Chromium chromium, String who, int width) {
        return who.equals(NOBODY)
                ? chromium.open(width, true)
                : chromium.signedIn(NAMES.get(who), width, true);
    }

    private static void look(Page page, List<Row> rows, SoftAssertions all) {
        for (Row row : rows) {
            page.navigate(row.real());
            all.check(() -> Chromium.assertUsable(page));
        }
        page.context().close();
    }
}
