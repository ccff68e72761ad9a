package org.ehcexchange.agency.education;

import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.mapping.Mappings;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;
import org.ehcexchange.mapping.Xml;
import org.ehcexchange.mapping.XmlUnwritable;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.stream.Collectors;

/// Writes canonical messages as EHC advice XML; the same message always gives the same bytes.
@Component("educationWriter")
class EducationWriter {

    private final Mappings mappings;

    EducationWriter(Mappings mappings) {
        this.mappings = mappings;
    }

    sealed interface Written {
        record Bytes(byte[] xml) implements Written {}

        /// The format cannot carry it; the reason holds no personal data.
        record Not(String reason) implements Written {}
    }

    Written write(EhcMessage message) {
        var type = message.type();
        if (!Roots.has(type)) {
            return new Written.Not("EHC advice XML has no " + type.code());
        }
        var tree = CanonicalWriter.write(message);
        return switch (mappings.map(
                EducationReader.AGENCY, type.code(), Direction.TO, tree, Map.of())) {
            case Mapped.Tree(var xml) -> bytes(xml);
            case Mapped.Refused(var why) ->
                    new Written.Not(
                            why.stream()
                                    .map(v -> v.pointer() + ": " + v.problem())
                                    .collect(Collectors.joining(" ")));
        };
    }

    private static Written bytes(Map<String, Object> tree) {
        try {
            return new Written.Bytes(Xml.write(tree));
        } catch (XmlUnwritable unwritable) {
            return new Written.Not(String.valueOf(unwritable.getMessage()));
        }
    }
}
