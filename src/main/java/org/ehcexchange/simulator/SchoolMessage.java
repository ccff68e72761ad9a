package org.ehcexchange.simulator;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

/// An XML message as the school reads it.
record SchoolMessage(Element root) {

    private static final String NAMESPACE = "urn:ehc-exchange:education:advice:1";

    static SchoolMessage read(String xml) {
        return new SchoolMessage(parse(xml).getDocumentElement());
    }

    /// Such as `AdviceRequest`.
    String kind() {
        return root.getLocalName();
    }

    /// The text of the first element of that name; empty when there is none.
    String text(String name) {
        Node found = root.getElementsByTagNameNS(NAMESPACE, name).item(0);
        return found == null ? "" : found.getTextContent();
    }

    /// The school's answer with the pupil as the council named it.
    String withPupil(String answer) {
        Document document = parse(answer);
        Node place = document.getElementsByTagNameNS(NAMESPACE, "Pupil").item(0);
        Node pupil = root.getElementsByTagNameNS(NAMESPACE, "Pupil").item(0);
        document.getDocumentElement().replaceChild(document.importNode(pupil, true), place);
        return write(document);
    }

    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("the school cannot read this XML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Document document) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("the school cannot write its XML", e);
        }
    }
}
