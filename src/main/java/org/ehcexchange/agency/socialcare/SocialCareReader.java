package org.ehcexchange.agency.socialcare;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.mapping.Mappings;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads EHC advice JSON strictly: every field that the mapping does not know is refused.
@Component("socialCareReader")
class SocialCareReader {

    static final String AGENCY = "social-care";

    private final Mappings mappings;

    SocialCareReader(Mappings mappings) {
        this.mappings = mappings;
    }

    public Arrival.Result read(Arrival arrival) {
        return switch (StrictJson.read(arrival.body())) {
            case StrictJson.Reading.NotJson(var why) -> arrival.unread(Fault.MALFORMED, why);
            case StrictJson.Reading.Tree(var tree) -> read(arrival, tree);
        };
    }

    /// Who sent it comes first: nobody is told what is wrong with a message in another's name.
    private Arrival.Result read(Arrival arrival, Map<String, Object> tree) {
        if (tree.get("mess_source") instanceof String source
                && !source.equals(arrival.sender().value())) {
            return arrival.unread(Fault.FORBIDDEN, List.of(somebodyElse()));
        }
        return type(tree)
                .map(type -> read(arrival, type, tree))
                .orElseGet(() -> arrival.unread(Fault.INVALID, List.of(notAMessage())));
    }

    private Arrival.Result read(Arrival arrival, MessageType type, Map<String, Object> tree) {
        return switch (mappings.map(AGENCY, type.code(), Direction.FROM, tree, Map.of())) {
            case Mapped.Refused(var why) -> arrival.unread(Fault.INVALID, why);
            case Mapped.Tree(var canonical) -> readCanonical(arrival, canonical);
        };
    }

    private Arrival.Result readCanonical(Arrival arrival, Map<String, Object> canonical) {
        return switch (CanonicalReader.read(canonical)) {
            case Reading.Valid(var message) -> arrival.read(message);
            case Reading.Invalid(var why) ->
                    arrival.unread(Fault.INVALID, mappings.inTermsOf(AGENCY, why));
        };
    }

    private static Optional<MessageType> type(Map<String, Object> tree) {
        return tree.get("mess_type") instanceof String code
                ? Code.find(MessageType.class, code).filter(MessageType::concernsAdvice)
                : Optional.empty();
    }

    private static Violation notAMessage() {
        return new Violation(
                "/mess_type",
                "This is not a message that comes in here.",
                "Use advice-acknowledged or advice-return.");
    }

    private static Violation somebodyElse() {
        return new Violation(
                "/mess_source",
                "The message is from another organisation than the one signed in.",
                "Send it with the credentials of the organisation it is from.");
    }
}
