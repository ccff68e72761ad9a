package org.ehcexchange.canonical;

import java.time.LocalDate;
import java.util.Map;

/// The old commissioner tells the new one (SEND Regulations 2014, reg. 16); carries sections C and
/// G only.
public record CommissionerNotification(
        Envelope envelope,
        NotificationCause cause,
        LocalDate movedOn,
        LocalDate awareOn,
        Map<Section, String> sections,
        Authorities authorities)
        implements EhcMessage {

    public CommissionerNotification {
        sections = Section.inOrder(sections);
    }

    @Override
    public MessageType type() {
        return MessageType.COMMISSIONER_NOTIFICATION;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
