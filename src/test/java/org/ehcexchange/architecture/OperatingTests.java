package org.ehcexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// OPERATING.md says of every setting what the program says, and promises that nothing is lost.
class OperatingTests {

    private static final Path FILE = Path.of("OPERATING.md");
    private static final Path METADATA =
            Path.of("target/classes/META-INF/spring-configuration-metadata.json");
    private static final String START = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->";

    private static final Map<String, String> UNITS =
            Map.of(
                    "Duration", "time: ms, s, m, h, d",
                    "Period", "days or weeks: P28D, P4W",
                    "DataSize", "bytes: KB, MB, GB",
                    "Integer", "number",
                    "Path", "folder",
                    "URI", "URL",
                    "Boolean", "true or false",
                    "LocalTime", "time of day: 07:00",
                    "List<String>", "list, by commas",
                    "List<LocalDate>", "days, by commas: 2027-12-27");

    @Test
    void describesEverySettingAsTheProgramHasIt() throws IOException {
        String text = Files.readString(FILE);
        int start = text.indexOf(START) + START.length();
        int end = text.indexOf(END);
        String table = table(settings());
        if (Boolean.getBoolean("settings.apply")) {
            Files.writeString(FILE, text.substring(0, start) + table + text.substring(end));
            return;
        }
        assertThat(text.substring(start, end)).isEqualTo(table);
    }

    @Test
    void everySettingSaysWhatItIsFor() throws IOException {
        assertThat(settings())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        setting ->
                                assertThat(setting.path("description").asText())
                                        .as(setting.path("name").asText())
                                        .isNotEmpty());
    }

    @Test
    void everyUnitIsSaid() throws IOException {
        assertThat(settings())
                .allSatisfy(
                        setting -> {
                            String type = type(setting);
                            assertThat(UNITS.containsKey(type) || isText(setting))
                                    .as("a unit for the type %s", type)
                                    .isTrue();
                        });
    }

    @Test
    void losesNothingInAnyFailure() throws IOException {
        String failures = Files.readString(FILE).split("## When something fails")[1];

        assertThat(failures.lines().filter(line -> line.startsWith("| ")))
                .hasSizeGreaterThan(10)
                .noneMatch(Pattern.compile("\\blost\\b", Pattern.CASE_INSENSITIVE).asPredicate())
                .allMatch(line -> line.chars().filter(c -> c == '|').count() == 8);
    }

    private static List<JsonNode> settings() throws IOException {
        JsonNode properties =
                JsonMapper.builder().build().readTree(METADATA.toFile()).path("properties");
        return StreamSupport.stream(properties.spliterator(), false)
                .filter(setting -> setting.path("name").asText().startsWith("exchange."))
                .sorted(java.util.Comparator.comparing(setting -> setting.path("name").asText()))
                .toList();
    }

    private static String table(List<JsonNode> settings) {
        return "| setting | unit | default | what it is |\n| --- | --- | --- | --- |\n"
                + settings.stream().map(OperatingTests::row).collect(Collectors.joining());
    }

    private static String row(JsonNode setting) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.path("name").asText(),
                        UNITS.getOrDefault(type(setting), "text"),
                        usual(setting.path("defaultValue")),
                        setting.path("description").asText().replace("|", "\\|"));
    }

    private static String usual(JsonNode value) {
        if (value.isMissingNode() || value.isEmpty() && value.isArray()) {
            return "none";
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(each -> "`" + each.asText() + "`")
                        .collect(Collectors.joining(", "))
                : "`" + value.asText() + "`";
    }

    /// Without its packages: `java.util.List<java.lang.String>` is `List<String>`.
    private static String type(JsonNode setting) {
        return setting.path("type").asText().replaceAll("[a-z0-9]+\\.", "");
    }

    private static boolean isText(JsonNode setting) {
        return type(setting).toLowerCase(Locale.ROOT).endsWith("string");
    }
}
