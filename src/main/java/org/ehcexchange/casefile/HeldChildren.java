package org.ehcexchange.casefile;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Reader;
import org.ehcexchange.ledger.children.TwoRecords;
import org.ehcexchange.ledger.held.Held.Deciding;
import org.ehcexchange.ledger.held.Held.Decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Children that an authority named in a case file, of whom a person must say whether they are
/// those on record whom they seem to be.
public interface HeldChildren {

    /// Oldest first, at most `limit`.
    List<Item> waiting(int limit);

    /// What was named, beside whom of the record it may be; looking is audited. Empty for one that
    /// is not held, or no more.
    Optional<Look> look(UUID item, Reader reader);

    /// The child is the one on record whom the name fits best, as it is described now, or a new
    /// one.
    Deciding release(UUID item, Decision decision);

    /// What was said is wrong: nobody is named by it.
    Deciding reject(UUID item, Decision decision);

    /// What is held, with both records.
    record Look(Item item, TwoRecords records) {}

    /// @param authority whose case it is
    /// @param why without personal values
    /// @param fields names of the fields that differ or are in doubt
    record Item(
            UUID id,
            OrganisationCode authority,
            CaseReference caseReference,
            Instant since,
            String why,
            List<String> fields) {
        public Item {
            fields = List.copyOf(fields);
        }
    }
}
