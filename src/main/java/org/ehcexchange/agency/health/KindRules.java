package org.ehcexchange.agency.health;

import org.ehcexchange.agency.health.MessageKind.Told;
import org.hl7.fhir.r4.model.MessageHeader;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// That the message says plainly, and without contradiction, what it is.
final class KindRules {

    static final List<EdgeRule> ALL =
            List.of(KindRules::partsAgree, KindRules::answersNameWhatTheyAnswer);

    private KindRules() {}

    private static void partsAgree(Received received, Findings findings) {
        Told told = Told.of(received);
        received.header()
                .filter(header -> MessageKind.of(told).isEmpty())
                .ifPresent(header -> tell(header, told, received, findings));
    }

    private static void tell(
            Located<MessageHeader> header, Told told, Received received, Findings findings) {
        if (MessageKind.like(new Told(told.event(), "", "", "")).isEmpty()
                || told.event().isEmpty()) {
            findings.add(
                    header.at("event"),
                    "The event is not one that this exchange knows.",
                    "Use system "
                            + Names.EVENTS
                            + " and "
                            + MessageKind.REQUEST
                            + " or "
                            + MessageKind.RESPONSE
                            + ", or system "
                            + Names.OWN_EVENTS
                            + " and "
                            + MessageKind.MOVE
                            + ".");
        } else if (MessageKind.like(new Told(told.event(), told.definition(), "", "")).isEmpty()
                || told.definition().isEmpty()) {
            findings.add(
                    header.at("definition"),
                    "The definition is not one that goes with this event.",
                    "Use "
                            + Names.DEFINITION
                            + " with "
                            + words(told.event(), "", "", kind -> Stream.of(kind.definition()))
                            + ".");
        } else if (MessageKind.like(told).isEmpty() || told.reason().isEmpty()) {
            findings.add(
                    header.at("reason"),
                    "The reason is not one that goes with this definition.",
                    "Use system "
                            + Names.REASONS
                            + " and "
                            + words(
                                    told.event(),
                                    told.definition(),
                                    "",
                                    kind -> Stream.of(kind.reason()))
                            + ".");
        } else {
            tellState(told, received, findings);
        }
    }

    private static void tellState(Told told, Received received, Findings findings) {
        received.task()
                .ifPresent(
                        task ->
                                findings.add(
                                        task.at("status"),
                                        "The Task's status and businessStatus are not ones that go"
                                                + " with this message.",
                                        "For "
                                                + told.definition()
                                                + " use "
                                                + words(
                                                        told.event(),
                                                        told.definition(),
                                                        told.reason(),
                                                        kind -> kind.states().stream())
                                                + " (status/businessStatus)."));
    }

    private static String words(
            String event,
            String definition,
            String reason,
            java.util.function.Function<MessageKind, Stream<String>> part) {
        return MessageKind.like(new Told(event, definition, reason, "")).stream()
                .flatMap(part)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static void answersNameWhatTheyAnswer(Received received, Findings findings) {
        received.header()
                .filter(header -> Told.of(received).isAnswer())
                .filter(
                        header ->
                                !Uuids.is(
                                        String.valueOf(
                                                header.resource().getResponse().getIdentifier())))
                .ifPresent(
                        header ->
                                findings.add(
                                        header.at("response.identifier"),
                                        "The answer does not say which message it answers.",
                                        "Send the Bundle.identifier of the request, a UUID."));
    }
}
