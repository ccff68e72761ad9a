package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.MessageType;

import java.util.List;
import java.util.Optional;

/// What a message is, told by its event, definition and reason and by the state of its Task, which
/// must agree.
///
/// `in-progress/allocated` and a return from `on-hold` are acknowledgements: the body has the
/// request, since the day it says.
///
/// @param definition the end of MessageHeader.definition
/// @param states `status/businessStatus` that the Task may have
record MessageKind(
        MessageType type, String event, String definition, String reason, List<String> states) {

    static final String REQUEST = "servicerequest-request";
    static final String RESPONSE = "servicerequest-response";

    /// A health commissioner (CCG/ICB) tells another that it becomes responsible, and its answer.
    static final String MOVE = "ehc-move-notification";

    static final List<MessageKind> ALL =
            List.of(
                    new MessageKind(
                            MessageType.ADVICE_REQUEST,
                            REQUEST,
                            "ehc-advice-request",
                            "new",
                            List.of("requested")),
                    new MessageKind(
                            MessageType.ADVICE_REMINDER,
                            REQUEST,
                            "ehc-advice-reminder",
                            "update",
                            List.of(
                                    "requested",
                                    "accepted/acknowledged",
                                    "in-progress/allocated",
                                    "on-hold/late-exception")),
                    new MessageKind(
                            MessageType.ADVICE_WITHDRAWN,
                            REQUEST,
                            "ehc-advice-cancelled",
                            "update",
                            List.of("cancelled/withdrawn")),
                    new MessageKind(
                            MessageType.ADVICE_ACKNOWLEDGED,
                            RESPONSE,
                            "ehc-advice-interim",
                            "new",
                            List.of("accepted/acknowledged")),
                    new MessageKind(
                            MessageType.ADVICE_ACKNOWLEDGED,
                            RESPONSE,
                            "ehc-advice-interim",
                            "update",
                            List.of("accepted/acknowledged", "in-progress/allocated")),
                    new MessageKind(
                            MessageType.ADVICE_RETURN,
                            RESPONSE,
                            "ehc-advice-interim",
                            "update",
                            List.of("on-hold/late-exception")),
                    new MessageKind(
                            MessageType.ADVICE_RETURN,
                            RESPONSE,
                            "ehc-advice-final",
                            "update",
                            List.of(
                                    "completed/advice-provided",
                                    "completed/nothing-known",
                                    "rejected/declined")),
                    new MessageKind(
                            MessageType.COMMISSIONER_NOTIFICATION,
                            MOVE,
                            MOVE,
                            "new",
                            List.of("requested")),
                    new MessageKind(
                            MessageType.COMMISSIONER_NOTED,
                            MOVE,
                            MOVE,
                            "update",
                            List.of("accepted/noted")),
                    new MessageKind(
                            MessageType.PROVISION_NOT_PRACTICABLE,
                            MOVE,
                            MOVE,
                            "update",
                            List.of("accepted/provision-not-practicable")),
                    new MessageKind(
                            MessageType.COMMISSIONER_NOT_RESPONSIBLE,
                            MOVE,
                            MOVE,
                            "update",
                            List.of("rejected/declined")));

    /// The events that the exchange has named itself; the others are the standard's.
    static boolean isOwnEvent(String event) {
        return event.equals(MOVE);
    }

    static Optional<MessageKind> of(Told told) {
        return ALL.stream().filter(kind -> kind.is(told)).findFirst();
    }

    /// What could have been said with these parts; an empty part stands for any.
    static List<MessageKind> like(Told told) {
        return ALL.stream()
                .filter(kind -> told.event().isEmpty() || kind.event.equals(told.event()))
                .filter(
                        kind ->
                                told.definition().isEmpty()
                                        || kind.definition.equals(told.definition()))
                .filter(kind -> told.reason().isEmpty() || kind.reason.equals(told.reason()))
                .toList();
    }

    private boolean is(Told told) {
        return event.equals(told.event())
                && definition.equals(told.definition())
                && reason.equals(told.reason())
                && states.contains(told.state());
    }

    /// What a message says of itself; an empty part is absent or of a system not known here.
    record Told(String event, String definition, String reason, String state) {

        /// Whether it answers what was asked or told: then its sender owns the Task.
        boolean isAnswer() {
            return event.equals(RESPONSE) || (event.equals(MOVE) && reason.equals("update"));
        }

        static Told of(Received received) {
            return received.header()
                    .map(
                            header ->
                                    Codes.told(
                                            header.resource(),
                                            received.task().map(Located::resource).orElse(null)))
                    .orElse(new Told("", "", "", ""));
        }
    }
}
