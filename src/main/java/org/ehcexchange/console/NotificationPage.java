package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.notification.Changes;
import org.ehcexchange.notification.Changes.Approving;
import org.ehcexchange.notification.DismissalReason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// Changes of commissioner: what waits for the Designated Health Officer's word, and what became of
/// the others.
@Controller
@RequestMapping("/notifications")
class NotificationPage {

    static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final NotificationViews views;
    private final Changes changes;
    private final Looks looks;

    NotificationPage(NotificationViews views, Changes changes, Looks looks) {
        this.views = views;
        this.changes = changes;
        this.looks = looks;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        model.addAttribute(
                "page", views.page(you, after == null ? null : new ConversationId(after)));
        return "notifications";
    }

    @GetMapping(ONE)
    String show(@AuthenticationPrincipal SignedIn you, @PathVariable UUID id, Model model) {
        NotificationViews.View view = view(you, id);
        looks.viewed(you, new ConversationId(id), "commissioner-notification");
        return show(view, new Approval(null, null, null), List.of(), model);
    }

    @PostMapping(ONE)
    String approve(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            Approval form,
            Model model,
            RedirectAttributes next) {
        NotificationViews.View view = view(you, id);
        if (!you.has(Duty.HEALTH_OFFICER)) {
            throw NotThere.answer();
        }
        List<Fault> faults =
                switch (changes.approve(you.code(), new ConversationId(id), form.by(you))) {
                    case Approving.Done done -> List.of();
                    case Approving.Faulty(var why) ->
                            why.stream().map(NotificationPage::fault).toList();
                    case Approving.NotPossible(var why) -> List.of(new Fault(null, why));
                    case Approving.NotFound none -> throw NotThere.answer();
                };
        if (!faults.isEmpty()) {
            return show(view, form, faults, model);
        }
        next.addFlashAttribute("done", "The new commissioner is told.");
        return "redirect:/notifications/" + id;
    }

    /// The same page, with what the model holds of a form that was refused.
    String again(SignedIn you, UUID id, Model model) {
        return show(view(you, id), new Approval(null, null, null), null, model);
    }

    private static Fault fault(Violation violation) {
        String field =
                switch (violation.pointer()) {
                    case "/to" -> "to";
                    case "/reason" -> "reason";
                    case "/approvedBy" -> "post";
                    default -> null;
                };
        return Fault.of(field, violation);
    }

    private NotificationViews.View view(SignedIn you, UUID id) {
        return views.of(you, new ConversationId(id)).orElseThrow(NotThere::answer);
    }

    private static String show(
            NotificationViews.View view, Approval form, @Nullable List<Fault> faults, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("reasons", Arrays.asList(DismissalReason.values()));
        if (faults != null) {
            model.addAttribute("faults", faults);
        }
        if (!model.containsAttribute("dismissal")) {
            model.addAttribute("dismissal", Dismissal.NONE);
        }
        return "notification";
    }
}
