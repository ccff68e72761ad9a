package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.worktray.AnswerForm;
import org.ehcexchange.worktray.Asked;
import org.ehcexchange.worktray.Drafts;
import org.ehcexchange.worktray.Entered;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;

/// The forms in which people answer a request. Whatever button is pressed, what was entered is
/// saved first.
@Controller
@RequestMapping("/worktray" + WorktrayPage.ONE + AnswerPage.FORM)
class AnswerPage {

    static final String FORM = "/{form:provided|nothing-known|late|declined}";
    private static final String MORE = "more-";

    private final Trays trays;
    private final Drafts drafts;
    private final AnswerForms forms;

    AnswerPage(Trays trays, Drafts drafts, AnswerForms forms) {
        this.trays = trays;
        this.drafts = drafts;
        this.forms = forms;
    }

    /// Which form of which request.
    ///
    /// @param more of which field one box more is wanted; absent as a rule
    record At(UUID id, String form, @Nullable String more) {

        AnswerForm which() {
            return Code.find(AnswerForm.class, form).orElseThrow(NotThere::answer);
        }

        String path() {
            return "/worktray/%s/%s".formatted(id, form);
        }
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn you, @ModelAttribute At at, Model model) {
        Asked asked = trays.asked(you, at.id());
        return asked.isOpen() ? forms.show(asked, at, model) : "redirect:/worktray/" + at.id();
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal SignedIn you,
            @ModelAttribute At at,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        Asked asked = trays.asked(you, at.id());
        if (!asked.isOpen()) {
            return "redirect:/worktray/" + at.id();
        }
        ConversationId id = new ConversationId(at.id());
        Entered entered = new EnteredForms(fields).into(drafts.of(you.code(), id), at.which());
        drafts.save(you.code(), id, entered);
        return next(asked, at, Words.orNothing(fields.getFirst("do")), model);
    }

    private String next(Asked asked, At at, String pressed, Model model) {
        if (pressed.startsWith(MORE)) {
            return "redirect:%s?more=%s"
                    .formatted(at.path(), forms.field(pressed.substring(MORE.length())));
        }
        if (pressed.equals("save")) {
            return "redirect:/worktray/" + at.id() + "?saved";
        }
        return forms.faults(asked, at, model)
                ? forms.show(asked, at, model)
                : "redirect:" + after(at);
    }

    private static String after(At at) {
        return at.which() == AnswerForm.PROVIDED
                ? "/worktray/%s/reports".formatted(at.id())
                : at.path() + "/check";
    }
}
