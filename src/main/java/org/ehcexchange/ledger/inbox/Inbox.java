package org.ehcexchange.ledger.inbox;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What waits for an organisation that collects its messages itself.
public interface Inbox {

    /// What waits, in the order of acceptance, each message as it was cleared for the caller; at
    /// most `limit`.
    ///
    /// @param after the item a page before ended with; absent to start with the oldest
    Page waiting(OrganisationCode caller, @Nullable UUID after, int limit);

    /// Records that the caller has it: proof of delivery, which may start a clock. The same again
    /// answers the same; empty when there is no such item for this caller.
    Optional<Received> received(OrganisationCode caller, UUID item);

    /// @param next what to give as `after` for the next page; absent on the last
    record Page(List<Item> items, @Nullable UUID next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /// @param id of the delivery
    /// @param dueOn the statutory day, if the item is taken as received today; absent when nothing
    ///     is due
    record Item(UUID id, Instant acceptedAt, @Nullable LocalDate dueOn, EhcMessage message) {}

    /// @param dueOn absent when nothing is due
    record Received(UUID id, Instant receivedAt, @Nullable LocalDate dueOn) {}
}
