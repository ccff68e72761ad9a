package org.ehcexchange.evidence;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.Part;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What came of checking a file.
public sealed interface Verdict {

    /// Every line is as it was when the exchange sealed it, and every signature in it holds.
    ///
    /// @param keys whose they are is what people must compare
    record Holds(
            UUID conversation, OrganisationCode exchange, List<Proven> messages, List<Key> keys)
            implements Verdict {}

    /// The first thing that is wrong.
    ///
    /// @param line its number, from 1; 0 when it is the file as a whole
    /// @param what in words that name the message, where one is concerned
    record Broken(long line, String what) implements Verdict {}

    record Key(OrganisationCode organisation, String thumbprint) {}

    /// One message that was proven.
    ///
    /// @param name its type and id
    /// @param receivedAt as its receipt says; absent when the file has no receipt for it
    record Proven(
            long line,
            String name,
            OrganisationCode from,
            OrganisationCode to,
            Instant signedAt,
            @Nullable Instant receivedAt,
            List<Part> documents) {}
}
