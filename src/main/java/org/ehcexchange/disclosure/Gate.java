package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Organisation;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/// Decides whether a message may go to one recipient.
@Component
public class Gate {

    public Decision decide(
            EhcMessage message, Organisation sender, Organisation recipient, LocalDate today) {
        Ground ground = message.envelope().ground();
        return ground == null || ground.purpose() == null || ground.provision() == null
                ? new Decision.Refused(
                        List.of(
                                new Violation(
                                        "/ground",
                                        "the message names no purpose and provision",
                                        "name the statutory purpose and the provision it rests"
                                            + " on")))
                : new Cleared(message, recipient, List.of());
    }
}
