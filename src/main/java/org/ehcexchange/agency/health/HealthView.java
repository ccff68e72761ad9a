package org.ehcexchange.agency.health;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.delivery.Consignment;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the record shows a health body that comes to look: what it was asked and told, and what
/// became of what it told others, as the gate clears it today.
interface HealthView {

    /// What `owner` was asked and told, the longest unchanged first, at most `limit`.
    List<Seen> tasks(OrganisationCode owner, Since since, int limit);

    /// What `requester` told others, each as it was last said of it, in the same order.
    List<Seen> told(OrganisationCode requester, Since since, int limit);

    /// Empty when there is none, or when it is somebody else's.
    Optional<Seen> task(OrganisationCode caller, UUID conversation);

    /// One conversation where it stands now.
    ///
    /// @param consignment the message that says it, with the conversation's state and revision of
    ///     now
    /// @param changedAt when the conversation last changed
    record Seen(UUID conversation, Consignment consignment, Instant changedAt) {}

    /// Where a search goes on.
    ///
    /// @param after changed after this moment; absent to start with the first
    /// @param last of those changed at exactly that moment, only those after this one; absent when
    ///     none of them is wanted
    record Since(@Nullable Instant after, @Nullable UUID last) {}
}
