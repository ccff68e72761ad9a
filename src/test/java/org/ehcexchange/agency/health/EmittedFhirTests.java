package org.ehcexchange.agency.health;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// HL7's own validator finds no error in any message that the mappings write (R4 core, no
/// terminology server).
class EmittedFhirTests {

    private static final FhirContext CONTEXT = FhirConfiguration.newContext();
    private static final FhirValidator VALIDATOR = validator();

    private static FhirValidator validator() {
        // The library finds fault with a file of its own, and says so three times.
        ((Logger) LoggerFactory.getLogger(LenientErrorHandler.class)).setLevel(Level.ERROR);
        FhirInstanceValidator instance =
                new FhirInstanceValidator(
                        new ValidationSupportChain(
                                new DefaultProfileValidationSupport(CONTEXT),
                                new InMemoryTerminologyServerValidationSupport(CONTEXT),
                                new CommonCodeSystemsTerminologyService(CONTEXT)));
        instance.setAnyExtensionsAllowed(true);
        return CONTEXT.newValidator().registerValidatorModule(instance);
    }

    static Stream<Path> written() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("mappings/health/examples"))) {
            return examples
                    .filter(example -> example.toString().contains(".to."))
                    .map(example -> example.resolve("expected.json"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("written")
    void isWithoutError(Path example) throws IOException {
        assertThat(errors(Files.readString(example))).isEmpty();
    }

    @Test
    void findsAnErrorWhereThereIsOne() throws IOException {
        String broken =
                Files.readString(written().findFirst().orElseThrow())
                        .replace("\"intent\" : \"order\"", "\"intent\" : \"hope\"")
                        .replace("\"intent\": \"order\"", "\"intent\": \"hope\"");

        assertThat(errors(broken)).isNotEmpty();
    }

    @Test
    void answersWithoutError() {
        Bundle answer =
                new FhirAnswers(Fixtures.fhir(), Fixtures.base()).received(Fixtures.receipt());

        assertThat(errors(CONTEXT.newJsonParser().encodeResourceToString(answer))).isEmpty();
    }

    private static List<String> errors(String json) {
        return VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(each -> each.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(SingleValidationMessage::toString)
                .toList();
    }
}
