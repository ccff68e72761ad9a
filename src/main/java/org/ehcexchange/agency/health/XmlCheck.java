package org.ehcexchange.agency.health;

import org.ehcexchange.ledger.Arrival.Fault;

import java.io.ByteArrayInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Looks through XML before it is read: well formed, no DTD, no entities, no deep nesting.
final class XmlCheck {

    private final XMLInputFactory factory;
    private final int maxDepth;

    XmlCheck(int maxDepth) {
        this.maxDepth = maxDepth;
        this.factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    void check(byte[] bytes, Findings findings) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            int depth = 0;
            while (reader.hasNext() && findings.none()) {
                depth = step(reader.next(), depth, findings);
            }
            reader.close();
        } catch (XMLStreamException e) {
            findings.add(
                    Fault.MALFORMED,
                    "Bundle",
                    "The body is not complete, well-formed XML" + place(e) + ".",
                    "Send a FHIR Bundle as XML in UTF-8, all of it.");
        }
    }

    private int step(int event, int depth, Findings findings) {
        return switch (event) {
            case XMLStreamConstants.START_ELEMENT -> deeper(depth, findings);
            case XMLStreamConstants.END_ELEMENT -> depth - 1;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    refuse(depth, findings);
            default -> depth;
        };
    }

    private int deeper(int depth, Findings findings) {
        if (depth == maxDepth) {
            findings.add(
                    Fault.MALFORMED,
                    "Bundle",
                    "The XML nests deeper than " + maxDepth + " levels.",
                    "Send a FHIR message; none needs more.");
        }
        return depth + 1;
    }

    private static int refuse(int depth, Findings findings) {
        findings.add(
                Fault.MALFORMED,
                "Bundle",
                "The XML has a document type declaration or an entity.",
                "Send XML without a DOCTYPE and without entities of your own.");
        return depth;
    }

    private static String place(XMLStreamException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNumber();
    }
}
