package org.ehcexchange.mapping;

import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;

/// XML as a plain tree, which mappings work on: an element with children is a map, one with text
/// alone a string, a repeated one a list; an attribute is `@name`, and the root's namespace is its
/// `@xmlns`.
///
/// Nothing outside the document is ever fetched: a document type declaration is refused.
public final class Xml {

    private static final XMLInputFactory PARSERS = parsers();

    private Xml() {}

    /// What came of reading a document.
    public sealed interface Reading {
        record Tree(Map<String, Object> tree) implements Reading {}

        /// Not XML that is read here: not well-formed, too deep, or with a DTD; never empty.
        record Malformed(List<Violation> violations) implements Reading {}

        /// Against the schema, every violation with its line and place; never empty.
        record Invalid(List<Violation> violations) implements Reading {}
    }

    /// @param schema what it is validated against; absent where the bytes are the exchange's own
    public static Reading read(byte[] bytes, @Nullable Schema schema) {
        try {
            var document = open(bytes);
            return new XmlTreeReader(document, schema == null ? null : schema.newValidatorHandler())
                    .read();
        } catch (XMLStreamException notXml) {
            return new Reading.Malformed(
                    List.of(new Violation("", "This is not XML.", "Send XML in UTF-8.")));
        }
    }

    /// The document as UTF-8, indented; the same tree always gives the same bytes.
    ///
    /// @throws XmlUnwritable when a text holds a character that XML 1.0 cannot carry
    public static byte[] write(Map<String, Object> tree) {
        return new XmlTreeWriter().write(tree);
    }

    private static XMLStreamReader open(byte[] bytes) throws XMLStreamException {
        return PARSERS.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }

    /// The JDK's own parser, whatever else is on the class path; set up once, then only used.
    private static XMLInputFactory parsers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty("http://javax.xml.XMLConstants/property/accessExternalDTD", "");
        return factory;
    }
}
