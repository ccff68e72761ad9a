package org.ehcexchange.documents;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Documents that another exchange pushes piece by piece, before the message that names them.
///
/// Each owner has parts of its own: who knows only the hash of somebody else's document gains
/// nothing by naming it. What is kept survives a cut line, a restart and a power cut.
public interface Parts {

    /// Says which parts are to come; only what was announced is taken. The same again answers how
    /// much is there by now.
    Announcing announce(OrganisationCode owner, List<Announced> parts);

    Optional<Held> find(OrganisationCode owner, String sha256);

    /// Adds bytes where the last ones ended. What came before a stream broke off is kept.
    Appending append(OrganisationCode owner, String sha256, long offset, InputStream bytes);

    /// Makes documents of whole parts, under the ids and titles that a message gives them; all or
    /// none. The same again changes nothing.
    Adopting adopt(OrganisationCode owner, List<DocumentReference> documents);

    /// @param size in bytes
    record Announced(String sha256, long size, String mediaType) {}

    /// @param offset how many bytes are here, in order
    /// @param whole all of them, and hash and type agree
    record Held(String sha256, long size, String mediaType, long offset, boolean whole) {}

    sealed interface Announcing {
        record Noted(List<Held> parts) implements Announcing {}

        /// Nothing was noted.
        record Refused(List<Violation> violations) implements Announcing {}
    }

    sealed interface Appending {
        record Grown(Held part) implements Appending {}

        /// Nothing was taken: the next byte to send is that at `part.offset()`.
        record WrongOffset(Held part) implements Appending {}

        /// More bytes came than were announced; none of this piece was kept.
        record TooLong(Held part) implements Appending {}

        /// Whole, but not what was announced; thrown away.
        record Mismatch(Documents.Problem problem, List<Violation> violations)
                implements Appending {}

        /// Another request is writing it just now.
        record Busy() implements Appending {}

        record Unknown() implements Appending {}
    }

    sealed interface Adopting {
        record Adopted() implements Adopting {}

        /// Nothing was adopted; pointers go into the message's `documents`.
        record Missing(List<Violation> violations) implements Adopting {}
    }
}
