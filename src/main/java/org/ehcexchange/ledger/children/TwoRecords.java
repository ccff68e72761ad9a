package org.ehcexchange.ledger.children;

import java.util.List;

/// What came about a child in doubt, beside whom of the record it may be about.
///
/// @param onRecord the likeliest first; none when nobody of the record is like it any more
public record TwoRecords(OnRecord came, List<OnRecord> onRecord) {
    public TwoRecords {
        onRecord = List.copyOf(onRecord);
    }
}
