package org.ehcexchange.agency.education;

import org.ehcexchange.canonical.MessageType;

import java.util.Map;
import java.util.Optional;

/// The messages this format has, by their root elements.
final class Roots {

    static final String NAMESPACE = "urn:ehc-exchange:education:advice:1";

    private static final Map<String, MessageType> TYPES =
            Map.of(
                    "AdviceRequest", MessageType.ADVICE_REQUEST,
                    "AdviceAcknowledged", MessageType.ADVICE_ACKNOWLEDGED,
                    "AdviceReturn", MessageType.ADVICE_RETURN,
                    "AdviceReminder", MessageType.ADVICE_REMINDER,
                    "AdviceWithdrawn", MessageType.ADVICE_WITHDRAWN);

    private Roots() {}

    static Optional<MessageType> type(String root) {
        return Optional.ofNullable(TYPES.get(root));
    }

    static boolean has(MessageType type) {
        return TYPES.containsValue(type);
    }
}
