package org.ehcexchange.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One owner's keys as this instance last read them; other instances may have made new ones since.
final class KnownKeys {

    private final KeyRows rows;
    private final String owner;
    private final RealTime time;
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    KnownKeys(KeyRows rows, String owner, RealTime time) {
        this.rows = rows;
        this.owner = owner;
        this.time = time;
    }

    /// Newest first, as of no longer ago than this.
    List<SigningKey> asOf(Duration ago) {
        if (known.readAt().plus(ago).isBefore(time.instant())) {
            readAgain(ago);
        }
        return known.keys();
    }

    private synchronized void readAgain(Duration ago) {
        if (known.readAt().plus(ago).isBefore(time.instant())) {
            readAgain();
        }
    }

    synchronized void readAgain() {
        known = new Known(rows.newestFirst(owner), time.instant());
    }

    private record Known(List<SigningKey> keys, Instant readAt) {}
}
