package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Organisation;

import java.util.List;
import java.util.stream.Collectors;

/// The conditions on who a passage is from and to.
final class Addressing {

    private Addressing() {}

    /// A clearance is for the organisations the message itself names, and no others.
    static List<Violation> addressed(Passage passage) {
        Envelope envelope = passage.message().envelope();
        if (!envelope.from().equals(passage.sender().code())) {
            return List.of(
                    new Violation(
                            "/from",
                            "The message is not from this sender.",
                            "Send it as the organisation it is from."));
        }
        return Reasons.when(
                !envelope.to().equals(passage.recipient().code()),
                () ->
                        new Violation(
                                "/to",
                                "The message is not addressed to this recipient.",
                                "Address it to the organisation it goes to."));
    }

    static List<Violation> open(Passage passage) {
        Organisation recipient = passage.recipient();
        return Reasons.when(
                !recipient.isOpenOn(passage.day()),
                () ->
                        new Violation(
                                "/to",
                                "The recipient "
                                        + recipient.code()
                                        + " is not open on "
                                        + passage.day()
                                        + ".",
                                recipient.successors().isEmpty()
                                        ? "Send it to the organisation that has taken over its"
                                                + " duties."
                                        : "Send it to its successor: "
                                                + successors(recipient)
                                                + "."));
    }

    private static String successors(Organisation recipient) {
        return recipient.successors().stream()
                .map(OrganisationCode::value)
                .collect(Collectors.joining(" or "));
    }

    static List<Violation> reachable(Passage passage) {
        Organisation recipient = passage.recipient();
        return Reasons.when(
                recipient.isOpenOn(passage.day()) && recipient.channel() == null,
                () ->
                        new Violation(
                                "/to",
                                "The directory gives no channel for the recipient "
                                        + recipient.code()
                                        + ".",
                                "Add its channel to its file in the directory."));
    }

    static List<Violation> carried(Passage passage) {
        Channel channel = passage.recipient().channel();
        MessageType type = passage.message().type();
        return Reasons.when(
                channel != null && !channel.carries(type),
                () ->
                        new Violation(
                                "/to",
                                "The recipient %s is reached over %s, which carries no %s."
                                        .formatted(
                                                passage.recipient().code(),
                                                channel == null ? "" : channel.code(),
                                                type.code()),
                                "Give it outside the exchange, or give the recipient a canonical"
                                        + " channel in the directory."));
    }
}
