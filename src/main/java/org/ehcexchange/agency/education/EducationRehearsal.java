package org.ehcexchange.agency.education;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.delivery.Rehearsed;
import org.ehcexchange.mapping.Xml;
import org.springframework.stereotype.Component;

import java.util.List;

/// Writes a message as EHC advice XML and holds it against the published schema.
@Component
class EducationRehearsal {

    private static final String FORMAT = "as EHC advice XML, valid against ehc-advice.xsd";

    private final EducationWriter writer;
    private final AdviceSchema schema;

    EducationRehearsal(EducationWriter writer, AdviceSchema schema) {
        this.writer = writer;
        this.schema = schema;
    }

    Rehearsed of(EhcMessage message) {
        return new Rehearsed(
                FORMAT,
                switch (writer.write(message)) {
                    case EducationWriter.Written.Not(var reason) -> List.of(reason);
                    case EducationWriter.Written.Bytes(var xml) -> faults(schema.read(xml));
                });
    }

    private static List<String> faults(Xml.Reading reading) {
        return switch (reading) {
            case Xml.Reading.Tree tree -> List.of();
            case Xml.Reading.Malformed(var why) -> words(why);
            case Xml.Reading.Invalid(var why) -> words(why);
        };
    }

    private static List<String> words(List<Violation> violations) {
        return violations.stream().map(v -> v.pointer() + ": " + v.problem()).toList();
    }
}
