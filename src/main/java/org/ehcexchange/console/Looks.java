package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.documents.StoredDocument;
import org.ehcexchange.ledger.Audit;
import org.springframework.stereotype.Component;

import java.util.Map;

/// Puts on record who looked at a child's record, and for which purpose.
@Component
class Looks {

    private final Audit audit;

    Looks(Audit audit) {
        this.audit = audit;
    }

    void viewed(SignedIn you, ConversationId conversation, String purpose) {
        audit.add(
                new Audit.Act(
                        you.code().value(),
                        "viewed",
                        null,
                        conversation,
                        Map.of("person", you.getName(), "purpose", purpose)));
    }

    void downloaded(SignedIn you, StoredDocument document) {
        audit.add(
                new Audit.Act(
                        you.code().value(),
                        "downloaded",
                        null,
                        null,
                        Map.of("person", you.getName(), "document", document.id().toString())));
    }
}
