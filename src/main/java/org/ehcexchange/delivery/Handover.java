package org.ehcexchange.delivery;

import java.util.List;
import java.util.UUID;

/// What travels through the broker: which delivery, for the how-manieth time; nothing of its
/// content.
///
/// @param round rises each time a delivery is handed to the broker, so that a stale copy is known
/// @param probe whether it goes to a paused partner to see if that is back
record Handover(UUID delivery, int round, boolean probe) {

    String text() {
        return delivery + " " + round + (probe ? " probe" : "");
    }

    static Handover parse(String text) {
        List<String> parts = List.of(text.split(" ", -1));
        return new Handover(
                UUID.fromString(parts.get(0)), Integer.parseInt(parts.get(1)), parts.size() > 2);
    }
}
