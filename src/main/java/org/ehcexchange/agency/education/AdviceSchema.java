package org.ehcexchange.agency.education;

import org.ehcexchange.mapping.JsonataMappings;
import org.ehcexchange.mapping.Xml;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

import java.nio.file.Path;

import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/// The published schema `ehc-advice.xsd`, against which everything that comes in is validated.
@Component
final class AdviceSchema {

    private final Schema schema;

    @Autowired
    AdviceSchema(JsonataMappings mappings) {
        this(mappings.folder());
    }

    /// @param mappings the folder that holds `education/ehc-advice.xsd`
    AdviceSchema(Path mappings) {
        var file = mappings.resolve("education").resolve("ehc-advice.xsd");
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            this.schema = factory.newSchema(file.toFile());
        } catch (SAXException unsound) {
            throw new IllegalStateException(file + " is not a usable XML Schema.", unsound);
        }
    }

    Xml.Reading read(byte[] bytes) {
        return Xml.read(bytes, schema);
    }
}
