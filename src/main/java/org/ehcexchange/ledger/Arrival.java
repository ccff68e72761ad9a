package org.ehcexchange.ledger;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Current;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Something that came in at a door, before and after it was read.
///
/// @param sender who sent it, from its token or the account it came through; never from the message
/// @param door `canonical`, `fhir`, `cbds-xml`, `ssd-json`, `sealed` (another exchange's),
///     `worktray` and `pages` (a person's on the pages: an adviser's, an authority's) or `exchange`
///     (what this one says by itself)
/// @param mediaType of `body`, such as `application/json`
/// @param body the bytes as they came
/// @param person what they sign in with who sent it on the pages; absent where a system did
public record Arrival(
        OrganisationCode sender,
        String door,
        String mediaType,
        byte[] body,
        Instant at,
        @Nullable String person) {

    /// What a system sent.
    public Arrival(
            OrganisationCode sender, String door, String mediaType, byte[] body, Instant at) {
        this(sender, door, mediaType, body, at, null);
    }

    /// Times are kept as the ledger keeps them, so that a receipt says the same wherever it is
    /// read.
    public Arrival {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    public Read read(EhcMessage message) {
        return new Read(this, message, null);
    }

    /// The same, where the format counts its own revisions (FHIR Task.meta.versionId).
    public Read read(EhcMessage message, int revision) {
        return new Read(this, message, revision);
    }

    public Unread unread(Fault fault, List<Violation> violations) {
        return new Unread(this, fault, violations);
    }

    /// What an adapter made of an arrival.
    public sealed interface Result {
        Arrival arrival();
    }

    /// A canonical message.
    ///
    /// @param revision the partner's own count of the conversation's state; absent where its format
    ///     has none
    /// @param successor who takes it for the closed body it was addressed to; absent where it goes
    ///     to whom it names
    public record Read(
            Arrival arrival,
            EhcMessage message,
            @Nullable Integer revision,
            Current.@Nullable Succeeded successor)
            implements Result {

        public Read(Arrival arrival, EhcMessage message, @Nullable Integer revision) {
            this(arrival, message, revision, null);
        }

        /// The same bytes, the message addressed to another than it names.
        public Read to(OrganisationCode other) {
            return new Read(arrival, message.to(other), revision, successor);
        }

        /// The same bytes, the message addressed to the successor.
        public Read sentOn(Current.Succeeded to) {
            return new Read(arrival, message.to(to.organisation().code()), revision, to);
        }
    }

    /// Everything that is wrong with it.
    public record Unread(Arrival arrival, Fault fault, List<Violation> violations)
            implements Result {}

    /// Why something was not accepted; doors turn it into their own status.
    public enum Fault {
        /// Not the format at all: not JSON, not XML, not FHIR, too deep, duplicate keys.
        MALFORMED(400),
        /// The format, but against its rules or the canonical model's.
        INVALID(422),
        /// Larger than the door takes.
        TOO_LARGE(413),
        /// The sender or its role may not do this.
        FORBIDDEN(403),
        /// Names something that does not exist for this sender.
        NOT_FOUND(404),
        /// The conversation does not allow this move.
        ILLEGAL_MOVE(422),
        /// The disclosure gate refused; recorded.
        REFUSED(422),
        /// Same id, other content.
        CONFLICT(409);

        private final int httpStatus;

        Fault(int httpStatus) {
            this.httpStatus = httpStatus;
        }

        /// What a door over HTTP answers it with.
        public int httpStatus() {
            return httpStatus;
        }
    }
}
