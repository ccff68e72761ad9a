package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.ehcexchange.canonical.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/// What may be said of a document beside its bytes.
class DocumentDetailsTests {

    @Test
    void takesATitle() throws IOException {
        assertThat(
                        DocumentDetails.read("{\"title\":\"Paediatric report\"}".getBytes(UTF_8))
                                .title())
                .isEqualTo("Paediatric report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Report 9990000018", "999 000 0018", "A950000178301.pdf"})
    void takesNoTitleThatTellsWhoTheChildIs(String title) {
        byte[] json = "{\"title\":\"%s\"}".formatted(title).getBytes(UTF_8);

        assertThatThrownBy(() -> DocumentDetails.read(json))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.violations())
                                        .singleElement()
                                        .returns("/title", Violation::pointer)
                                        .satisfies(
                                                v ->
                                                        assertThat(v.toString())
                                                                .doesNotContain(title)));
    }
}
