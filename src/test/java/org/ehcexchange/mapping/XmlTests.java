package org.ehcexchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ehcexchange.canonical.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/// XML as a plain tree, and what is refused before it becomes one.
class XmlTests {

    private static final String SCHEMA =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"
                xmlns="urn:t" elementFormDefault="qualified">
              <xs:element name="Note"><xs:complexType><xs:sequence>
                <xs:element name="On" type="xs:date"/>
                <xs:element name="Kind" maxOccurs="9"><xs:simpleType>
                  <xs:restriction base="xs:string"><xs:enumeration value="A"/>
                  <xs:enumeration value="B"/></xs:restriction></xs:simpleType></xs:element>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """;

    @Test
    void readsBackWhatItWrote() {
        var note = new LinkedHashMap<String, Object>();
        note.put("@xmlns", "urn:t");
        note.put("Text", " <a> & \"b\"\r\n\t😀 ");
        note.put("Item", List.of("1", "2"));
        note.put("Deep", Map.of("Er", "x"));

        var bytes = Xml.write(Map.of("Note", note));

        assertThat(Xml.read(bytes, null)).isEqualTo(new Xml.Reading.Tree(Map.of("Note", note)));
    }

    @Test
    void refusesToWriteWhatXmlCannotCarry() {
        assertThatExceptionOfType(XmlUnwritable.class)
                .isThrownBy(() -> Xml.write(Map.of("Note", Map.of("Text", "a\u0001b"))))
                .withMessageContaining("The text of Text")
                .withMessageNotContaining("a\u0001b");
    }

    @Test
    void refusesADocumentTypeDeclaration() {
        var bomb = "<!DOCTYPE n [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Note>&b;</Note>";

        assertThat(malformed(bomb).problem()).contains("document type declaration");
    }

    @Test
    void fetchesNoExternalEntity() {
        var external =
                "<!DOCTYPE n SYSTEM \"file:///etc/passwd\" [<!ENTITY x SYSTEM"
                        + " \"file:///etc/passwd\">]><Note>&x;</Note>";

        assertThat(malformed(external).problem()).contains("document type declaration");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "<Note>", "<Note>&undefined;</Note>", "<a/><b/>", "<a>\u0001</a>"})
    void saysWhatIsNotXml(String text) {
        assertThat(malformed(text).remedy()).isNotEmpty();
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertThat(malformed("<a>".repeat(50) + "</a>".repeat(50)).problem())
                .contains("nested deeper");
    }

    @Test
    void namesEveryViolationWithLineAndPlaceAndNeverTheValue() {
        var reading =
                read(
                        """
                        <Note xmlns="urn:t">
                          <On>Secret Name</On>
                          <Kind>A</Kind>
                          <Kind>Secret Name</Kind>
                          <Else>Secret Name</Else>
                        </Note>
                        """);

        assertThat(reading).isInstanceOf(Xml.Reading.Invalid.class);
        var violations = ((Xml.Reading.Invalid) reading).violations();
        assertThat(violations.toString()).doesNotContain("Secret");
        assertThat(violations)
                .extracting(Violation::pointer)
                .containsExactly("/Note/On", "/Note/Kind[2]", "/Note/Else");
        assertThat(violations)
                .extracting(Violation::problem)
                .satisfiesExactly(
                        on ->
                                assertThat(on)
                                        .isEqualTo(
                                                "Line 2: The value is not of the type that it must"
                                                        + " have here."),
                        kind ->
                                assertThat(kind)
                                        .isEqualTo("Line 4: The value is not one of: A, B."),
                        other ->
                                assertThat(other)
                                        .startsWith("Line 5: ")
                                        .contains("'Else'", "Kind"));
    }

    @Test
    void refusesAnotherNamespace() {
        assertThat(read("<Note xmlns=\"urn:other\"/>"))
                .isInstanceOfSatisfying(
                        Xml.Reading.Invalid.class,
                        invalid ->
                                assertThat(invalid.violations().getFirst().problem())
                                        .contains("not a message of this format and version"));
    }

    private static Violation malformed(String text) {
        var reading = read(text);
        assertThat(reading).isInstanceOf(Xml.Reading.Malformed.class);
        return ((Xml.Reading.Malformed) reading).violations().getFirst();
    }

    private static Xml.Reading read(String text) {
        return Xml.read(text.getBytes(StandardCharsets.UTF_8), schema());
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance()
                    .newSchema(new StreamSource(new StringReader(SCHEMA)));
        } catch (org.xml.sax.SAXException e) {
            throw new AssertionError(e);
        }
    }
}
