package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.directory.Role;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// docs/disclosure.md shows the rules as they are; `-Ddisclosure.apply=true` writes them anew.
class DisclosurePageTests {

    private static final Path PAGE = Path.of("docs/disclosure.md");

    private final Tables tables = Tables.shipped();

    @Test
    void showsTheRulesAsTheyAre() throws IOException {
        String page = Files.readString(PAGE);
        String right = page;
        for (Map.Entry<String, String> table : shown().entrySet()) {
            right = with(right, table.getKey(), table.getValue());
        }
        if (Boolean.getBoolean("disclosure.apply")) {
            Files.writeString(PAGE, right);
            return;
        }
        assertThat(page).isEqualTo(right);
    }

    private static String with(String page, String name, String table) {
        String start = "<!-- " + name + " -->\n";
        int from = page.indexOf(start) + start.length();
        int to = page.indexOf("<!-- /" + name + " -->");
        assertThat(page).contains(start, "<!-- /" + name + " -->");
        return page.substring(0, from) + table + page.substring(to);
    }

    private Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("grounds", grounds());
        shown.put("regulation-17", disclosures());
        shown.put("fields", fields());
        shown.put("advisers", advisers());
        shown.put("recipients", recipients());
        return shown;
    }

    private String grounds() {
        return table(
                List.of("message", "of a plan", "provision", "from", "to", "rests on"),
                tables.grounds().stream()
                        .map(
                                line ->
                                        List.of(
                                                line.message().code(),
                                                codes(line.events()),
                                                line.provision(),
                                                roles(line.from()),
                                                roles(line.to()),
                                                line.restsOn().code())));
    }

    private String disclosures() {
        return table(
                List.of("ground", "reg. 17(1)", "rests on", "to", "meaning"),
                tables.disclosures().stream()
                        .map(
                                line ->
                                        List.of(
                                                line.kind().code(),
                                                line.paragraph(),
                                                line.basis().code(),
                                                roles(line.to()),
                                                line.meaning())));
    }

    private String fields() {
        return table(
                List.of("what", "not for", "then", "because", "provision", "copies of a plan"),
                tables.fields().stream()
                        .map(
                                line ->
                                        List.of(
                                                line.field().code(),
                                                roles(line.notFor()),
                                                line.then().code(),
                                                line.because(),
                                                line.provision(),
                                                codes(line.events()))));
    }

    private String advisers() {
        return table(
                List.of("advice", "reg. 6(1)", "asked of"),
                tables.advisers().stream()
                        .map(
                                line ->
                                        List.of(
                                                line.adviceType().code(),
                                                line.paragraph(),
                                                roles(line.roles()))));
    }

    private static String recipients() {
        return table(
                List.of("event", "must be told", "provision", "in words", "nobody to tell if"),
                MandatoryRecipients.shipped().lines().stream()
                        .map(
                                line ->
                                        List.of(
                                                line.event().code(),
                                                line.who().code(),
                                                line.provision(),
                                                line.inWords() ? "yes" : "no",
                                                line.mayBeAbsent())));
    }

    private static String roles(Collection<Role> roles) {
        return roles.size() == Role.values().length ? "everyone" : codes(roles);
    }

    private static String codes(Collection<? extends Code> codes) {
        return codes.stream().map(Code::code).sorted().collect(Collectors.joining(", "));
    }

    private static String table(List<String> heading, Stream<List<String>> lines) {
        return line(heading)
                + line(heading.stream().map(_ -> "---").toList())
                + lines.map(DisclosurePageTests::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
                .collect(Collectors.joining("", "|", "\n"));
    }
}
