package org.ehcexchange.console;

import org.ehcexchange.delivery.Partners.Partner;
import org.ehcexchange.ledger.held.Held;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the page of conversations shows. Nothing in it says who a child is.
///
/// @param paused partners whose deliveries wait
/// @param next where the following page begins; absent on the last
record Board(
        String organisation,
        String today,
        List<Line> lines,
        List<Held.Item> held,
        List<Partner> paused,
        @Nullable String next) {

    Board {
        lines = List.copyOf(lines);
        held = List.copyOf(held);
        paused = List.copyOf(paused);
    }

    public long overdue() {
        return lines.stream().filter(Line::overdue).count();
    }

    /// One conversation.
    ///
    /// @param path its page
    /// @param due the statutory day; absent when nothing is due
    /// @param left how long until it, or how long since; absent when there is nothing to wait for
    /// @param reasons why it is refused or held
    record Line(
            String path,
            String caseReference,
            String askedOf,
            String adviceType,
            Words.Tag state,
            @Nullable String due,
            @Nullable String left,
            boolean overdue,
            List<Parcel> parcels,
            List<String> reasons) {
        Line {
            parcels = List.copyOf(parcels);
            reasons = List.copyOf(reasons);
        }
    }

    /// Deliveries to one organisation that stand alike.
    ///
    /// @param reason why they have not gone; absent when they simply have or will
    /// @param count how many
    record Parcel(String to, String state, @Nullable String reason, long count) {

        Parcel times(long number) {
            return new Parcel(to, state, reason, number);
        }
    }
}
