package org.ehcexchange.delivery;

import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.disclosure.Circumstances;
import org.ehcexchange.disclosure.Cleared;
import org.ehcexchange.disclosure.Decision;
import org.ehcexchange.disclosure.Gate;
import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.advice.AdviceClocks;
import org.ehcexchange.ledger.commissioner.CommissionerClocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/// Makes a consignment of a delivery in the ledger: the gate is asked again on the day it goes.
@Component
class Consignments {

    private final Directory directory;
    private final Gate gate;
    private final Rows rows;
    private final FactsOnRecord facts;
    private final AdviceClocks clocks;
    private final CommissionerClocks commissioners;
    private final InstantSource clock;

    Consignments(
            Directory directory,
            Gate gate,
            Rows rows,
            FactsOnRecord facts,
            AdviceClocks clocks,
            CommissionerClocks commissioners,
            InstantSource clock) {
        this.directory = directory;
        this.gate = gate;
        this.rows = rows;
        this.facts = facts;
        this.clocks = clocks;
        this.commissioners = commissioners;
        this.clock = clock;
    }

    /// What may go, or why it may not.
    sealed interface Making {
        record Made(Consignment consignment) implements Making {}

        record Refused(EhcMessage message, Decision.Refused refused) implements Making {}
    }

    Making make(DeliveryRows.Loaded row) {
        EhcMessage message =
                rows.message(row.canonical()).to(new OrganisationCode(row.recipient()));
        Organisation sender = organisation(row.sender());
        Decision decision =
                gate.decide(message, sender, organisation(row.recipient()), circumstances(row));
        return switch (decision) {
            case Decision.Refused refused -> new Making.Refused(message, refused);
            case Cleared cleared -> new Making.Made(consignment(row, cleared, sender));
        };
    }

    private Circumstances circumstances(DeliveryRows.Loaded row) {
        return new Circumstances(
                LondonDay.of(clock.instant()), facts.read(row.facts(), row.protectedChild()));
    }

    private Consignment consignment(DeliveryRows.Loaded row, Cleared cleared, Organisation sender) {
        return new Consignment(
                row.id(),
                cleared,
                sender,
                row.acceptedAt(),
                row.revision(),
                row.state(),
                request(cleared.message(), row),
                row.requestAt(),
                row.receivedOn(),
                dueOn(cleared.message(), row),
                row.attempts() + 1);
    }

    /// What opened the conversation, for the adviser's formats that repeat it; the authority's own
    /// side has it.
    private @Nullable AdviceRequest request(EhcMessage message, DeliveryRows.Loaded row) {
        return switch (message) {
            case AdviceRequest itself -> itself;
            case AdviceReminder reminder -> recorded(row.request());
            case AdviceWithdrawn withdrawn -> recorded(row.request());
            default -> null;
        };
    }

    private @Nullable AdviceRequest recorded(@Nullable String canonical) {
        return canonical != null && rows.message(canonical) instanceof AdviceRequest request
                ? request
                : null;
    }

    /// Of a request for advice, and of a notification; nothing else is due.
    private @Nullable LocalDate dueOn(EhcMessage message, DeliveryRows.Loaded row) {
        if (message instanceof CommissionerNotification told) {
            return commissioners.dueOn(told);
        }
        Instant requestAt = row.requestAt();
        return row.dueOn() != null || requestAt == null || !message.type().concernsAdvice()
                ? row.dueOn()
                : clocks.dueOn(LondonDay.of(requestAt));
    }

    private Organisation organisation(String code) {
        return directory
                .find(new OrganisationCode(code))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        code
                                                + " is no longer in the directory; put its file"
                                                + " back"));
    }
}
