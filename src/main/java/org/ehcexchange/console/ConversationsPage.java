package org.ehcexchange.console;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.DirectorySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.security.Principal;
import java.util.UUID;

/// The page that shows what is asked of whom, how it stands and what is late.
///
/// Who is signed in sees its own conversations. In the demo nobody signs in, and the page shows
/// those of the authority that runs the exchange.
@Controller
class ConversationsPage {

    private final Boards boards;
    private final DirectorySettings directory;

    ConversationsPage(Boards boards, DirectorySettings directory) {
        this.boards = boards;
        this.directory = directory;
    }

    @GetMapping("/")
    String show(
            @Nullable Principal signedIn,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        String viewer = signedIn == null ? directory.home() : signedIn.getName();
        model.addAttribute(
                "board",
                boards.of(
                        new OrganisationCode(viewer),
                        viewer.equals(directory.home()),
                        after == null ? null : new ConversationId(after)));
        return "conversations";
    }
}
