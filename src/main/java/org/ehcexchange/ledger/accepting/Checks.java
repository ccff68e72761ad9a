package org.ehcexchange.ledger.accepting;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.StoredDocument;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.accepting.Addressees.Addressed;
import org.ehcexchange.ledger.conversation.MessageRows;
import org.ehcexchange.ledger.conversation.Standing;
import org.ehcexchange.ledger.succession.Parties;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What must hold of any message before its conversation is looked at: sender, recipient,
/// documents.
@Component
class Checks {

    private final Addressees addressees;
    private final Parties parties;
    private final Documents documents;
    private final Rows rows;

    Checks(Addressees addressees, Parties parties, Documents documents, Rows rows) {
        this.addressees = addressees;
        this.parties = parties;
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

    /// What came of the checks.
    sealed interface Checked {
        /// @param read addressed to a body that is open today
        record Sound(Arrival.Read read) implements Checked {}

        record Faulty(Outcome.NotAccepted why) implements Checked {}
    }

    Checked check(Arrival.Read read) {
        Envelope envelope = read.message().envelope();
        if (!envelope.from().equals(read.arrival().sender())) {
            return new Checked.Faulty(notTheSender(read.arrival().sender(), envelope));
        }
        List<Violation> violations = new ArrayList<>();
        Arrival.Read addressed =
                switch (addressees.address(read)) {
                    case Addressed.To to -> to.read();
                    case Addressed.Nowhere nowhere -> {
                        violations.add(nowhere.why());
                        yield read;
                    }
                };
        violations.addAll(documents(envelope));
        return violations.isEmpty()
                ? new Checked.Sound(addressed)
                : new Checked.Faulty(new Outcome.NotAccepted(Arrival.Fault.INVALID, violations));
    }

    private static Outcome.NotAccepted notTheSender(OrganisationCode caller, Envelope envelope) {
        return new Outcome.NotAccepted(
                Arrival.Fault.FORBIDDEN,
                List.of(
                        new Violation(
                                "/from",
                                "the message is from %s, but %s is signed in"
                                        .formatted(envelope.from(), caller),
                                "send it with the credentials of the organisation it is from")));
    }

    private List<Violation> documents(Envelope envelope) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < envelope.documents().size(); i++) {
            violations.addAll(
                    document("/documents/" + i, envelope.documents().get(i), envelope.from()));
        }
        return violations;
    }

    private List<Violation> document(
            String pointer, DocumentReference named, OrganisationCode sender) {
        Optional<StoredDocument> stored =
                documents
                        .find(named.id())
                        .filter(d -> parties.of(sender).contains(d.owner().value()));
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
