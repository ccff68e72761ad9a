package org.ehcexchange.agency.education;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.Documents.Storing;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.mapping.JsonataMappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// What a school sends, good and bad; every refusal says where and what to do.
class EducationReaderTests {

    private static final JsonataMappings MAPPINGS = new JsonataMappings(Path.of("mappings"));

    private final DocumentsInMemory documents = new DocumentsInMemory();
    private final EducationReader reader =
            new EducationReader(
                    new AdviceSchema(MAPPINGS), MAPPINGS, new EnclosedDocuments(documents));

    @Test
    void readsAReturn() {
        var result = reader.read(arrival(example("nothing-known")));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Arrival.Read.class,
                        read ->
                                assertThat(((AdviceReturn) read.message()).answer())
                                        .isInstanceOf(Answer.NothingKnown.class));
    }

    @Test
    void namesADocumentAsTheExchangeHoldsIt() {
        var pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        var stored =
                (Storing.Stored)
                        documents.store(
                                new Documents.New(
                                        SchoolExchange.SCHOOL, "x", "application/pdf", null),
                                new ByteArrayInputStream(pdf));
        var text =
                example("provided")
                        .replaceAll(
                                "<SHA256>.*</SHA256>",
                                "<SHA256>" + DocumentsInMemory.sha256(pdf) + "</SHA256>");

        var read = (Arrival.Read) reader.read(arrival(text));

        assertThat(read.message().envelope().documents().getFirst().id())
                .isEqualTo(stored.document().id());
    }

    @Test
    void doesNotTakeSomebodyElsesDocumentForTheSchools() {
        var pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        documents.store(
                new Documents.New(SchoolExchange.COUNCIL, "x", "application/pdf", null),
                new ByteArrayInputStream(pdf));
        var text =
                example("provided")
                        .replaceAll(
                                "<SHA256>.*</SHA256>",
                                "<SHA256>" + DocumentsInMemory.sha256(pdf) + "</SHA256>");

        var read = (Arrival.Read) reader.read(arrival(text));

        assertThat(read.message().envelope().documents().getFirst().id())
                .hasToString("a3c9b1de-33f0-4c0e-9a57-6a0d1d2f4e02");
    }

    @Test
    void refusesWhatIsNotXml() {
        assertThat(unread("{}").fault()).isEqualTo(Fault.MALFORMED);
    }

    @Test
    void refusesADocumentTypeDeclaration() {
        var bomb = example("declined").replace("<AdviceReturn", "<!DOCTYPE x []>\n<AdviceReturn");

        assertThat(unread(bomb).fault()).isEqualTo(Fault.MALFORMED);
        assertThat(problem(bomb)).contains("document type declaration");
    }

    @Test
    void refusesAnElementItDoesNotKnow() {
        assertThat(pointer(example("declined").replace("<DOB>", "<Shoe>38</Shoe><DOB>")))
                .isEqualTo("/AdviceReturn/Pupil/Shoe");
    }

    /// Element names of the Common Transfer File, which says who a pupil was before.
    @ParameterizedTest
    @ValueSource(strings = {"FormerSurname", "FormerUPN", "PreferredSurname", "Address"})
    void refusesWhatThePupilWasBefore(String element) {
        var former = "<%s>Former</%s><DOB>".formatted(element, element);

        assertThat(pointer(example("declined").replace("<DOB>", former)))
                .isEqualTo("/AdviceReturn/Pupil/" + element);
    }

    @Test
    void readsTheMarkOfAProtectedPupil() {
        var marked = example("declined").replace("</Pupil>", "<Protected>true</Protected></Pupil>");

        assertThat(((Arrival.Read) reader.read(arrival(marked))).message().envelope().child())
                .returns(true, Child::protectedRecord);
    }

    @Test
    void refusesAMarkInOtherWords() {
        var marked = example("declined").replace("</Pupil>", "<Protected>yes</Protected></Pupil>");

        assertThat(pointer(marked)).isEqualTo("/AdviceReturn/Pupil/Protected");
    }

    @Test
    void refusesAMissingElement() {
        assertThat(problem(example("declined").replaceAll("<Surname>.*</Surname>", "")))
                .contains("Surname");
    }

    @Test
    void tellsAWrongCheckDigitInTheTermsOfTheFormat() {
        assertThat(pointer(example("declined").replace("9990000018", "9990000019")))
                .isEqualTo("//Pupil/NHSNumber");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPN | 9990000018 | This is an NHS number, not a UPN.",
                "UPN | 9276308686 | This is a ULN, not a UPN.",
                "NHSNumber | 9276308686 | This is a ULN, not an NHS number.",
                "NHSNumber | A950000178301 | This is a UPN, not an NHS number.",
                "LocalReference | A950000178301 | There is a UPN in this reference."
            })
    void namesANumberInAnothersPlaceForWhatItIs(String element, String number, String words) {
        var text =
                example("declined")
                        .replaceAll(
                                "<%s>.*</%s>".formatted(element, element),
                                "<%s>%s</%s>".formatted(element, number, element));

        assertThat(problem(text)).endsWith(words).doesNotContain(number);
        assertThat(pointer(text)).endsWith("/Pupil/" + element);
    }

    @Test
    void refusesAMessageInSomebodyElsesName() {
        var unread =
                (Arrival.Unread)
                        reader.read(
                                arrival(example("declined"), new OrganisationCode("URN:900002")));

        assertThat(unread.fault()).isEqualTo(Fault.FORBIDDEN);
        assertThat(unread.violations()).hasSize(1);
    }

    @Test
    void refusesAnotherFormatsRoot() {
        assertThat(unread("<Bundle xmlns=\"http://hl7.org/fhir\"/>").fault())
                .isEqualTo(Fault.INVALID);
    }

    @Test
    void neverRepeatsAValue() {
        var text = example("declined").replace("9990000018", "Marlow").replace(">F<", ">Marlow<");

        assertThat(unread(text).violations().toString()).doesNotContain("Marlow");
    }

    private String pointer(String text) {
        return first(text).pointer();
    }

    private String problem(String text) {
        return first(text).problem();
    }

    private Violation first(String text) {
        var violation = unread(text).violations().getFirst();
        assertThat(violation.remedy()).isNotBlank();
        return violation;
    }

    private Arrival.Unread unread(String text) {
        var result = reader.read(arrival(text));
        assertThat(result).isInstanceOf(Arrival.Unread.class);
        return (Arrival.Unread) result;
    }

    private static Arrival arrival(String text) {
        return arrival(text, SchoolExchange.SCHOOL);
    }

    private static Arrival arrival(String text, OrganisationCode sender) {
        return new Arrival(
                sender,
                "cbds-xml",
                "application/xml",
                text.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH);
    }

    private static String example(String answer) {
        try {
            return Files.readString(
                    Path.of(
                            "mappings/education/examples/advice-return.from." + answer,
                            "input.xml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
