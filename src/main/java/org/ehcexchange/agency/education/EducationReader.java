package org.ehcexchange.agency.education;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.mapping.Mappings;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;
import org.ehcexchange.mapping.Xml;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/// Reads EHC advice XML strictly: the schema first, then the mapping, then the canonical model.
@Component("educationReader")
class EducationReader {

    static final String AGENCY = "education";

    private final AdviceSchema schema;
    private final Mappings mappings;
    private final EnclosedDocuments documents;

    EducationReader(AdviceSchema schema, Mappings mappings, EnclosedDocuments documents) {
        this.schema = schema;
        this.mappings = mappings;
        this.documents = documents;
    }

    public Arrival.Result read(Arrival arrival) {
        return switch (schema.read(arrival.body())) {
            case Xml.Reading.Malformed(var why) -> arrival.unread(Fault.MALFORMED, why);
            case Xml.Reading.Invalid(var why) -> arrival.unread(Fault.INVALID, why);
            case Xml.Reading.Tree(var tree) -> read(arrival, tree);
        };
    }

    private Arrival.Result read(Arrival arrival, Map<String, Object> tree) {
        var root = tree.keySet().iterator().next();
        return Roots.type(root)
                .map(type -> read(arrival, type, tree))
                .orElseGet(() -> arrival.unread(Fault.INVALID, List.of(notAMessage(root))));
    }

    private Arrival.Result read(Arrival arrival, MessageType type, Map<String, Object> tree) {
        return switch (mappings.map(AGENCY, type.code(), Direction.FROM, tree, Map.of())) {
            case Mapped.Refused(var why) -> arrival.unread(Fault.INVALID, why);
            case Mapped.Tree(var canonical) -> readCanonical(arrival, canonical);
        };
    }

    /// Who sent it comes first: nobody is told what is wrong with a message in another's name.
    private Arrival.Result readCanonical(Arrival arrival, Map<String, Object> canonical) {
        if (!arrival.sender().value().equals(canonical.get("from"))) {
            return arrival.unread(Fault.FORBIDDEN, List.of(somebodyElse()));
        }
        documents.nameAsStored(arrival.sender(), canonical);
        return switch (CanonicalReader.read(canonical)) {
            case Reading.Valid(var message) -> arrival.read(message);
            case Reading.Invalid(var why) ->
                    arrival.unread(Fault.INVALID, mappings.inTermsOf(AGENCY, why));
        };
    }

    private static Violation notAMessage(String root) {
        return new Violation(
                "/" + root,
                "The root element is not a message that comes in here.",
                "Send AdviceAcknowledged or AdviceReturn.");
    }

    private static Violation somebodyElse() {
        return new Violation(
                "//Header/Source",
                "The message is from another organisation than the one signed in.",
                "Send it with the credentials, or from the folder, of the organisation it is"
                        + " from.");
    }
}
