package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.StoredDocument;
import org.ehcexchange.ledger.reading.DocumentReaders;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.UUID;

/// All that happened in one conversation, and what its messages say.
@Controller
class ConversationPage {

    /// Anything else is no id, and so leads to no page.
    static final String ID = "/conversations/{id:[0-9a-f-]{36}}";

    private final ConversationViews views;
    private final Documents documents;
    private final DocumentReaders readers;
    private final Looks looks;

    ConversationPage(
            ConversationViews views, Documents documents, DocumentReaders readers, Looks looks) {
        this.views = views;
        this.documents = documents;
        this.readers = readers;
        this.looks = looks;
    }

    @GetMapping(ID)
    String show(@AuthenticationPrincipal SignedIn you, @PathVariable UUID id, Model model) {
        ConversationId conversation = new ConversationId(id);
        ConversationView view = views.of(you, conversation).orElseThrow(NotThere::answer);
        looks.viewed(you, conversation, view.purpose());
        model.addAttribute("view", view);
        return "conversation";
    }

    /// For whoever may read the document, whichever message names it; saved, never shown.
    @GetMapping("/documents/{id:[0-9a-f-]{36}}")
    ResponseEntity<Resource> document(
            @AuthenticationPrincipal SignedIn you, @PathVariable UUID id) {
        StoredDocument document =
                documents
                        .find(id)
                        .filter(found -> readers.mayRead(you.code(), found))
                        .orElseThrow(NotThere::answer);
        looks.downloaded(you, document);
        return Saved.answer(document.reference(), documents.open(document));
    }
}
