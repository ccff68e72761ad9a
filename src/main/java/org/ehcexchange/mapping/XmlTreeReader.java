package org.ehcexchange.mapping;

import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.ValidatorHandler;

/// Builds the tree of one document while a schema looks on.
final class XmlTreeReader implements ErrorHandler {

    /// No format here nests deeper than ten; a bound keeps a hostile document from costing memory.
    private static final int MAX_DEPTH = 32;

    /// A thousand violations help nobody.
    private static final int MAX_VIOLATIONS = 100;

    private final XMLStreamReader document;
    private final @Nullable ValidatorHandler validator;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final List<Violation> violations = new ArrayList<>();
    private final XmlElement root = new XmlElement("", "");

    XmlTreeReader(XMLStreamReader document, @Nullable ValidatorHandler validator) {
        this.document = document;
        this.validator = validator;
        open.push(root);
        if (validator != null) {
            validator.setErrorHandler(this);
        }
    }

    Xml.Reading read() {
        try {
            start();
            while (document.hasNext()) {
                take(document.next());
            }
        } catch (NotReadHere refused) {
            return malformed(refused.problem, refused.remedy);
        } catch (XMLStreamException | SAXException malformed) {
            return malformed("This is not well-formed XML.", "Send well-formed XML in UTF-8.");
        }
        return violations.isEmpty()
                ? new Xml.Reading.Tree(root.children())
                : new Xml.Reading.Invalid(violations);
    }

    private Xml.Reading malformed(String problem, String remedy) {
        return new Xml.Reading.Malformed(List.of(violation(problem, remedy)));
    }

    private void start() throws SAXException {
        if (validator != null) {
            validator.startDocument();
        }
    }

    private void take(int event) throws SAXException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> startElement();
            case XMLStreamConstants.END_ELEMENT -> endElement();
            case XMLStreamConstants.CHARACTERS,
                    XMLStreamConstants.CDATA,
                    XMLStreamConstants.SPACE ->
                    characters();
            case XMLStreamConstants.DTD ->
                    throw new NotReadHere(
                            "There is a document type declaration (DTD).",
                            "Remove it; this format has none, and entities are not read.");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new NotReadHere(
                            "There is an entity that is not XML's own.", "Write the text itself.");
            case XMLStreamConstants.END_DOCUMENT -> end();
            default -> {
                // Comments and processing instructions say nothing.
            }
        }
    }

    private void startElement() throws SAXException {
        if (open.size() > MAX_DEPTH) {
            throw new NotReadHere(
                    "Elements are nested deeper than " + MAX_DEPTH + ".", "Nest them less.");
        }
        var name = document.getLocalName();
        var element = new XmlElement(name, open.element().placeOf(name));
        var namespace = namespace();
        if (open.size() == 1 && !namespace.isEmpty()) {
            element.attribute("@xmlns", namespace);
        }
        var attributes = attributes(element);
        open.push(element);
        if (validator != null) {
            validator.startElement(namespace, name, name, attributes);
        }
    }

    private String namespace() {
        var namespace = document.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    private AttributesImpl attributes(XmlElement element) {
        var attributes = new AttributesImpl();
        for (int i = 0; i < document.getAttributeCount(); i++) {
            var name = document.getAttributeLocalName(i);
            var uri = document.getAttributeNamespace(i);
            var value = document.getAttributeValue(i);
            element.attribute("@" + name, value);
            attributes.addAttribute(uri == null ? "" : uri, name, name, "CDATA", value);
        }
        return attributes;
    }

    private void endElement() throws SAXException {
        var name = document.getLocalName();
        if (validator != null) {
            validator.endElement(namespace(), name, name);
        }
        var element = open.element();
        if (element.isMixed()) {
            add(violation("There is text between elements.", "Remove it."));
        }
        open.pop();
        open.element().add(element);
    }

    private void characters() throws SAXException {
        char[] text = document.getText().toCharArray();
        open.element().text(text);
        if (validator != null) {
            validator.characters(text, 0, text.length);
        }
    }

    private void end() throws SAXException {
        if (validator != null) {
            validator.endDocument();
        }
    }

    @Override
    public void error(SAXParseException invalid) {
        var problem = XmlProblems.inWords(String.valueOf(invalid.getMessage()));
        if (problem != null) {
            add(violation(problem, "Write it as the schema says."));
        }
    }

    @Override
    public void fatalError(SAXParseException invalid) {
        error(invalid);
    }

    @Override
    public void warning(SAXParseException odd) {
        // A schema's warning does not make a document invalid.
    }

    private void add(Violation violation) {
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(violation);
        }
    }

    private Violation violation(String problem, String remedy) {
        int line = document.getLocation().getLineNumber();
        return new Violation(open.element().place(), "Line " + line + ": " + problem, remedy);
    }

    /// Well-formed perhaps, but not read here.
    private static final class NotReadHere extends RuntimeException {
        private final String problem;
        private final String remedy;

        NotReadHere(String problem, String remedy) {
            super(problem);
            this.problem = problem;
            this.remedy = remedy;
        }
    }
}
