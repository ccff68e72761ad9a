package org.ehcexchange.canonical;

import java.time.LocalDate;

/// The old commissioner tells the new one (SEND Regulations 2014, reg. 16); carries sections C and
/// G only.
public record CommissionerNotification(
        Envelope envelope,
        NotificationCause cause,
        LocalDate movedOn,
        LocalDate awareOn,
        java.util.Map<Section, String> sections,
        Authorities authorities)
        implements EhcMessage {

    @Override
    public MessageType type() {
        return MessageType.COMMISSIONER_NOTIFICATION;
    }
}
