package org.ehcexchange.agency.education;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.mapping.Xml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The published schema agrees with the examples beside the mappings.
class AdviceSchemaTests {

    private static final Path EXAMPLES = Path.of("mappings/education/examples");

    private final AdviceSchema schema = new AdviceSchema(Path.of("mappings"));

    static List<Path> goodDocuments() throws IOException {
        return documents(false);
    }

    static List<Path> badDocuments() throws IOException {
        return documents(true);
    }

    private static List<Path> documents(boolean failing) throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .filter(
                            file ->
                                    failing
                                            == Files.exists(
                                                    file.resolveSibling(
                                                            "expected-violations.json")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("goodDocuments")
    void takesEveryPassingExample(Path document) throws IOException {
        assertThat(schema.read(Files.readAllBytes(document))).isInstanceOf(Xml.Reading.Tree.class);
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void refusesEveryFailingExample(Path document) throws IOException {
        assertThat(schema.read(Files.readAllBytes(document)))
                .isInstanceOf(Xml.Reading.Invalid.class);
    }

    @Test
    void tellsEveryViolationAtOnce() throws IOException {
        var document =
                Files.readString(EXAMPLES.resolve("advice-return.from.late/input.xml"))
                        .replace("2016-03-09", "9 March 2016")
                        .replace("<Gender>F<", "<Gender>girl<")
                        .replace(">ABSENT<", ">BUSY<");

        var reading = schema.read(document.getBytes(StandardCharsets.UTF_8));

        assertThat(reading).isInstanceOf(Xml.Reading.Invalid.class);
        assertThat(((Xml.Reading.Invalid) reading).violations())
                .extracting(violation -> violation.pointer())
                .contains(
                        "/AdviceReturn/Pupil/DOB",
                        "/AdviceReturn/Pupil/Gender",
                        "/AdviceReturn/Late/Exception/Kind");
        assertThat(reading.toString()).doesNotContain("9 March", "girl", "BUSY");
    }
}
