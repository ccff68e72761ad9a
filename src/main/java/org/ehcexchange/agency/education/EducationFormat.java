package org.ehcexchange.agency.education;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.mapping.Format;
import org.ehcexchange.mapping.Xml;
import org.ehcexchange.mapping.XmlUnwritable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// EHC advice XML for trying its mappings: held against the published schema.
@Component
@Order(1)
final class EducationFormat implements Format {

    private final AdviceSchema schema;

    EducationFormat(AdviceSchema schema) {
        this.schema = schema;
    }

    @Override
    public String code() {
        return "cbds-xml";
    }

    @Override
    public String name() {
        return "EHC advice XML";
    }

    @Override
    public String agency() {
        return EducationReader.AGENCY;
    }

    @Override
    public Read read(byte[] bytes) {
        return switch (schema.read(bytes)) {
            case Xml.Reading.Tree(var tree) -> new Read.Tree(tree, List.of());
            case Xml.Reading.Malformed(var why) -> new Read.Not(why);
            case Xml.Reading.Invalid(var why) -> new Read.Not(why);
        };
    }

    @Override
    public Written write(Map<String, Object> tree) {
        try {
            return new Written.Text(new String(Xml.write(tree), StandardCharsets.UTF_8));
        } catch (XmlUnwritable unwritable) {
            return new Written.Not(
                    List.of(
                            new Violation(
                                    "",
                                    String.valueOf(unwritable.getMessage()),
                                    "Take the character out.")));
        }
    }
}
