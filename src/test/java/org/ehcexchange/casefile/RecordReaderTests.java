package org.ehcexchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/// Records read as strictly as messages.
class RecordReaderTests {

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void readsTheExampleOfEachKind(RecordKind kind) {
        assertThat(RecordReader.recorded(RecordExamples.tree(kind.code())).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/casefile/refused.csv",
            delimiter = '|',
            useHeadersInDisplayName = true,
            quoteCharacter = '\'',
            emptyValue = "",
            nullValues = "null")
    void refusesWithPlaceAndWords(
            String example, String field, String value, String pointer, String words) {
        Map<String, Object> tree =
                RecordExamples.changed(example, field, value == null ? "" : value);

        assertThat(violations(tree))
                .singleElement()
                .satisfies(
                        violation -> {
                            assertThat(violation.pointer()).isEqualTo(pointer);
                            assertThat(violation.problem()).contains(words);
                        });
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Map<String, Object> tree = RecordExamples.changed("agreement", "by", "\"school\"");
        tree.put("on", "tomorrow");
        tree.put("note", "x");

        assertThat(violations(tree))
                .extracting(Violation::pointer)
                .containsExactly("/on", "/by", "/note");
    }

    private static List<Violation> violations(Map<String, Object> tree) {
        return switch (RecordReader.read(tree)) {
            case Form.Faulty<CaseRecord>(List<Violation> violations) -> violations;
            case Form.Sound<CaseRecord> sound -> List.of();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-given", "objection", "opinion", "not-shared"})
    void showsNothingOfWhatSomebodySaid(String example) {
        Map<String, Object> tree = RecordExamples.tree(example);
        CaseRecord record = RecordReader.recorded(tree);

        assertThat(List.of("scope", "words", "reasons", "what", "why"))
                .filteredOn(tree::containsKey)
                .isNotEmpty()
                .allSatisfy(
                        field ->
                                assertThat(record.toString())
                                        .doesNotContain(tree.get(field).toString()));
    }

    @Test
    void everyKindIsSaidInKebabCase() {
        assertThat(Code.find(RecordKind.class, "consent-given")).contains(RecordKind.CONSENT_GIVEN);
    }
}
