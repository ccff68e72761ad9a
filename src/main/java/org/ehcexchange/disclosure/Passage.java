package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.directory.Organisation;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// One message on its way from one organisation to another on one day: all a rule may look at.
///
record Passage(
        EhcMessage message,
        Organisation sender,
        Organisation recipient,
        Circumstances circumstances) {

    /// Europe/London
    LocalDate day() {
        return circumstances.today();
    }

    Facts facts() {
        return circumstances.facts();
    }

    Passage with(EhcMessage replacement) {
        return new Passage(replacement, sender, recipient, circumstances);
    }

    /// Absent when the message names none.
    @Nullable Purpose purpose() {
        Ground ground = message.envelope().ground();
        return ground == null ? null : ground.purpose();
    }

    /// Absent when the message names none.
    @Nullable String provision() {
        Ground ground = message.envelope().ground();
        String provision = ground == null ? null : ground.provision();
        return provision == null || provision.isBlank() ? null : provision.strip();
    }
}
