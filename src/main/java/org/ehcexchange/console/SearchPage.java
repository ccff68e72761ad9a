package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.ledger.Reader;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.ehcexchange.ledger.reading.Search;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.List;

/// Finds conversations by a case, a child's number, a message, a body, a state or days.
@Controller
@RequestMapping("/search")
class SearchPage {

    private static final int MOST = 25;
    private static final String PURPOSE = "to find the conversations about a child";

    private static final List<String> STATES =
            List.of(
                    "requested",
                    "acknowledged",
                    "late",
                    "provided",
                    "nothing-known",
                    "declined",
                    "withdrawn",
                    "held",
                    "refused",
                    "rejected");

    private final Search search;
    private final Directory directory;
    private final Names names;

    SearchPage(Search search, Directory directory, Names names) {
        this.search = search;
        this.directory = directory;
        this.names = names;
    }

    /// One body to choose.
    record Choice(String value, String words) {}

    /// A conversation that was found.
    record Hit(String path, String about, String from, String to, Words.Tag state, String opened) {}

    @GetMapping
    String show(Model model) {
        return page(SearchForm.NONE, model);
    }

    @PostMapping
    String find(SearchForm form, @AuthenticationPrincipal SignedIn you, Model model) {
        SearchForm.Read read = form.read();
        Search.Query query = read.query();
        model.addAttribute("faults", read.faults());
        if (query != null) {
            Reader reader = new Reader(you.code(), you.getName(), PURPOSE);
            model.addAttribute(
                    "hits", search.find(query, reader, MOST).stream().map(this::hit).toList());
        }
        return page(form, model);
    }

    private String page(SearchForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "bodies",
                directory.all().stream()
                        .map(body -> new Choice(body.code().value(), body.name()))
                        .toList());
        model.addAttribute(
                "states",
                STATES.stream()
                        .map(state -> new Choice(state, Words.state(state, "").text()))
                        .toList());
        return "search";
    }

    private Hit hit(Summary summary) {
        CaseReference reference = summary.caseReference();
        return new Hit(
                "/conversations/" + summary.id(),
                reference == null ? Words.plain(summary.kind()) : reference.value(),
                names.of(summary.from()),
                names.of(summary.to()),
                Words.state(summary.state(), summary.exception()),
                Words.day(summary.openedAt()));
    }
}
