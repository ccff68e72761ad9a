package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.notification.Changes;
import org.ehcexchange.notification.Changes.Dismissing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.UUID;

/// Takes a health officer's word that a notification was wrongly prepared.
@Controller
class DismissalPage {

    private final NotificationPage page;
    private final Changes changes;

    DismissalPage(NotificationPage page, Changes changes) {
        this.page = page;
        this.changes = changes;
    }

    @PostMapping("/notifications" + NotificationPage.ONE + "/dismiss")
    String dismiss(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable UUID id,
            Dismissal form,
            Model model,
            RedirectAttributes next) {
        if (!you.has(Duty.HEALTH_OFFICER)) {
            throw NotThere.answer();
        }
        Changes.By by = new Changes.By(you.code(), you.getName());
        return switch (changes.dismiss(by, new ConversationId(id), form.by(you))) {
            case Dismissing.Done done -> {
                next.addFlashAttribute(
                        "done", "It is dismissed. Nobody is told, and the time for it stops.");
                yield "redirect:/notifications/" + id;
            }
            case Dismissing.Faulty(List<Violation> why) ->
                    again(you, id, form, why.stream().map(DismissalPage::fault).toList(), model);
            case Dismissing.NotPossible(String why) ->
                    again(you, id, form, List.of(new Fault(null, why)), model);
            case Dismissing.NotFound none -> throw NotThere.answer();
        };
    }

    private String again(SignedIn you, UUID id, Dismissal form, List<Fault> faults, Model model) {
        model.addAttribute("dismissal", form);
        model.addAttribute("faults", faults);
        return page.again(you, id, model);
    }

    private static Fault fault(Violation why) {
        return switch (why.pointer()) {
            case "/because" ->
                    why.problem().startsWith("This is not")
                            ? new Fault("because", "Choose why nobody need be told")
                            : Fault.of("because", why);
            case "/reason" -> new Fault("why", "Say why in one line, without naming the child");
            default -> Fault.of(null, why);
        };
    }
}
