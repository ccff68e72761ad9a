package org.ehcexchange.delivery;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Current;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.ledger.succession.Takeovers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What becomes of deliveries whose recipient closed after they were accepted: they go to its
/// successor, or a person is shown whom there is to choose from.
@Component
class Closings {

    private static final Logger log = LoggerFactory.getLogger(Closings.class);

    private final Directory directory;
    private final ClosedRows rows;
    private final Takeovers takeovers;
    private final InstantSource clock;

    Closings(Directory directory, ClosedRows rows, Takeovers takeovers, InstantSource clock) {
        this.directory = directory;
        this.rows = rows;
        this.takeovers = takeovers;
        this.clock = clock;
    }

    /// Looks after everything that waits for a body that is closed today.
    void settle() {
        Instant now = clock.instant();
        Map<String, Current> closed = closed(LondonDay.of(now));
        if (closed.isEmpty()) {
            return;
        }
        closed.values().forEach(current -> note(current, now));
        rows.waiting(closed.keySet()).forEach(waiting -> settle(waiting, closed, now));
    }

    private Map<String, Current> closed(LocalDate today) {
        return directory.all().stream()
                .filter(body -> body.closesOn() != null && !today.isBefore(body.closesOn()))
                .map(Organisation::code)
                .collect(
                        Collectors.toMap(
                                OrganisationCode::value, code -> directory.current(code, today)));
    }

    private void note(Current current, Instant now) {
        if (current instanceof Current.Succeeded succeeded) {
            takeovers.note(succeeded, now);
        }
    }

    private void settle(ClosedRows.Waiting waiting, Map<String, Current> closed, Instant now) {
        switch (Objects.requireNonNull(closed.get(waiting.recipient()))) {
            case Current.Open open -> {
                // Opened again by a reload just now.
            }
            case Current.Succeeded succeeded -> sendOnAll(succeeded, now);
            case Current.Choice choice -> strandAll(waiting, said(choice), now);
            case Current.Nobody nobody -> strandAll(waiting, said(nobody), now);
        }
    }

    /// What is in hand stays until it is known how that ended: nothing is said until it goes on.
    private void sendOnAll(Current.Succeeded succeeded, Instant now) {
        int sent = rows.sendOnAll(succeeded, now);
        if (sent > 0) {
            log.info("{} deliveries that waited go on: {}", sent, succeeded.why());
        }
    }

    private void strandAll(ClosedRows.Waiting waiting, String why, Instant now) {
        int stranded = waiting.onlyDead() ? 0 : rows.strandAll(waiting.recipient(), why, now);
        if (stranded > 0) {
            log.warn("{} deliveries to {} need a person: {}", stranded, waiting.recipient(), why);
        }
    }

    /// Settles a delivery that was just taken to be sent, if its recipient has closed.
    ///
    /// @return whether there is nothing left to send to that recipient
    boolean settled(DeliveryRows.Loaded taken, Instant now) {
        Current current =
                directory.current(new OrganisationCode(taken.recipient()), LondonDay.of(now));
        return switch (current) {
            case Current.Open open -> false;
            case Current.Succeeded succeeded -> {
                rows.sendOn(taken.id(), succeeded, now);
                yield true;
            }
            case Current.Choice choice -> stranded(taken, said(choice), now);
            case Current.Nobody nobody -> stranded(taken, said(nobody), now);
        };
    }

    private boolean stranded(DeliveryRows.Loaded taken, String why, Instant now) {
        rows.strand(taken.id(), taken.recipient(), why, now);
        return true;
    }

    private static String said(Current.Choice choice) {
        return choice.why() + ": " + choice.remedy();
    }

    private static String said(Current.Nobody nobody) {
        return nobody.why() + ": " + nobody.remedy();
    }
}
