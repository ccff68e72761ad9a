package org.ehcexchange.ledger;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.StoredDocument;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What must hold of any message before its conversation is looked at: sender, recipient,
/// documents.
@Component
class Checks {

    private final Directory directory;
    private final Documents documents;
    private final Rows rows;

    Checks(Directory directory, Documents documents, Rows rows) {
        this.directory = directory;
        this.documents = documents;
        this.rows = rows;
    }

    /// The answer to a message id that was recorded before: the receipt of then, or a conflict.
    Outcome repeat(Arrival.Read read, MessageRows.Before before) {
        if (!before.sha256().equals(Rows.sha256(read.arrival().body()))) {
            return new Outcome.NotAccepted(
                    Arrival.Fault.CONFLICT,
                    List.of(
                            new Violation(
                                    "/messageId",
                                    "another message with this id was recorded before, with other"
                                            + " content",
                                    "send new content under a new message id; repeat a message byte"
                                            + " for byte")));
        }
        return before.reasons() == null || !before.state().equals(Standing.REFUSED.code())
                ? new Outcome.AlreadyAccepted(rows.value(before.receipt(), Receipt.class))
                : new Outcome.NotAccepted(
                        Arrival.Fault.REFUSED,
                        List.of(rows.value(before.reasons(), Violation[].class)));
    }

    Optional<Outcome.NotAccepted> check(Arrival.Read read) {
        Envelope envelope = read.message().envelope();
        if (!envelope.from().equals(read.arrival().sender())) {
            return Optional.of(
                    new Outcome.NotAccepted(
                            Arrival.Fault.FORBIDDEN,
                            List.of(
                                    new Violation(
                                            "/from",
                                            "the message is from %s, but %s is signed in"
                                                    .formatted(
                                                            envelope.from(),
                                                            read.arrival().sender()),
                                            "send it with the credentials of the organisation it is"
                                                    + " from"))));
        }
        List<Violation> violations =
                new ArrayList<>(recipient(envelope.to(), LondonDay.of(read.arrival().at())));
        for (int i = 0; i < envelope.documents().size(); i++) {
            violations.addAll(
                    document("/documents/" + i, envelope.documents().get(i), envelope.from()));
        }
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.NotAccepted(Arrival.Fault.INVALID, violations));
    }

    private List<Violation> recipient(OrganisationCode code, LocalDate today) {
        Optional<Organisation> recipient = directory.find(code);
        if (recipient.isEmpty()) {
            return List.of(
                    new Violation(
                            "/to",
                            code + " is not in the directory",
                            "check the code; ask the exchange's operator to add the organisation"));
        }
        return recipient.get().isOpenOn(today) ? List.of() : List.of(closed(recipient.get()));
    }

    private static Violation closed(Organisation organisation) {
        return new Violation(
                "/to",
                "%s is not open (closed on %s)"
                        .formatted(organisation.code(), organisation.closesOn()),
                organisation.successors().isEmpty()
                        ? "it names no successor; choose the body that is responsible now"
                        : "send it to its successor: " + organisation.successors());
    }

    private List<Violation> document(
            String pointer, DocumentReference named, OrganisationCode sender) {
        Optional<StoredDocument> stored =
                documents.find(named.id()).filter(d -> d.owner().equals(sender));
        if (stored.isEmpty()) {
            return List.of(
                    new Violation(
                            pointer + "/id",
                            "the exchange holds no document of yours with this id",
                            "upload it first at POST /api/v1/documents and use the id of the"
                                    + " answer"));
        }
        DocumentReference held = stored.get().reference();
        return held.sha256().equals(named.sha256())
                        && held.size() == named.size()
                        && held.mediaType().equals(named.mediaType())
                ? List.of()
                : List.of(
                        new Violation(
                                pointer,
                                "size, sha256 or mediaType differ from the document that was"
                                        + " uploaded",
                                "use the values that the upload answered with"));
    }
}
