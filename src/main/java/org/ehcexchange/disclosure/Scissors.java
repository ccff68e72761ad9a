package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.EhcMessage;

/// The same message with another child record, whatever its kind.
final class Scissors {

    private Scissors() {}

    static EhcMessage withChild(EhcMessage message, Child child) {
        return message.in(message.envelope().withChild(child));
    }
}
