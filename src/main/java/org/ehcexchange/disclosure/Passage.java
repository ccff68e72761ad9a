package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Consent;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.PlanDisclosure;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.directory.Organisation;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// One message on its way from one organisation to another on one day: all a rule may look at.
record Passage(
        EhcMessage message,
        Organisation sender,
        Organisation recipient,
        Circumstances circumstances) {

    private static final Ground NONE = new Ground(null, null, null);

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
        return ground().purpose();
    }

    /// Absent when the message names none.
    @Nullable String provision() {
        String provision = ground().provision();
        return provision == null || provision.isBlank() ? null : provision.strip();
    }

    /// What the message says of consent; absent when it says nothing.
    @Nullable Consent consent() {
        return ground().consent();
    }

    /// Absent when the message names none.
    @Nullable PlanDisclosure disclosure() {
        return ground().disclosure();
    }

    /// Whether something happened by the day.
    boolean isPast(LocalDate date) {
        return !date.isAfter(day());
    }

    private Ground ground() {
        Ground ground = message.envelope().ground();
        return ground == null ? NONE : ground;
    }
}
