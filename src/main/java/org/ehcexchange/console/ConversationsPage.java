package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/// The page that shows what is asked of whom, how it stands and what is late.
@Controller
class ConversationsPage {

    private final Boards boards;

    ConversationsPage(Boards boards) {
        this.boards = boards;
    }

    @GetMapping("/conversations")
    String show(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        model.addAttribute(
                "board",
                boards.of(
                        you.code(),
                        you.isHome(),
                        after == null ? null : new ConversationId(after)));
        return "conversations";
    }
}
