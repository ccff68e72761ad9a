package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Role;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.notification.Changes;
import org.ehcexchange.notification.Changes.Starting;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Where a caseworker, or a health officer of the old commissioner, says that the responsible
/// commissioner of a child changes for another reason than a move between authorities.
@Controller
@RequestMapping("/notifications/start")
class ChangeStartPage {

    private static final Map<String, String> CLAUSES =
            Map.of(
                    "/plan", "The plan's reference",
                    "/from", "The commissioner until now",
                    "/to", "The new commissioner",
                    "/changedOn", "The day of the change",
                    "/awareOn", "The day you became aware");

    private final Changes changes;
    private final Bodies bodies;
    private final Rows rows;

    ChangeStartPage(Changes changes, Bodies bodies, Rows rows) {
        this.changes = changes;
        this.bodies = bodies;
        this.rows = rows;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn you, Model model) {
        onlyFor(you);
        MultiValueMap<String, String> proposed = new LinkedMultiValueMap<>();
        proposed.add("id", UUID.randomUUID().toString());
        bodies.commissionerOf(you.code().value()).ifPresent(code -> proposed.add("from", code));
        return show(you, ChangeForm.of(proposed), List.of(), model);
    }

    private String show(SignedIn you, ChangeForm form, List<Fault> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("wrong", Fault.besideFields(model));
        model.addAttribute("authority", you.organisation().is(Role.AUTHORITY));
        model.addAttribute("choices", bodies.others(Role.HEALTH_COMMISSIONER, you.code()));
        return "notification-start";
    }

    @PostMapping
    String start(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next) {
        onlyFor(you);
        ChangeForm form = ChangeForm.of(fields);
        byte[] said = rows.json(form.said()).getBytes(StandardCharsets.UTF_8);
        Changes.By by = new Changes.By(you.code(), you.getName());
        return switch (changes.start(by, form.said(), Rows.sha256(said))) {
            case Starting.Started(Changes.Item item) -> started(item, next);
            case Starting.AlreadyStarted(Changes.Item item) -> started(item, next);
            case Starting.Faulty(List<Violation> why) ->
                    show(you, form, Fault.all(why.stream().map(ChangeStartPage::fault)), model);
            case Starting.Taken taken ->
                    show(you, form, List.of(new Fault(null, "Begin again: this was sent")), model);
        };
    }

    private static String started(Changes.Item item, RedirectAttributes next) {
        next.addFlashAttribute(
                "done", "The old commissioner is told, and its notification is prepared.");
        return "redirect:/notifications/" + item.id();
    }

    private static Fault fault(Violation why) {
        String clause = CLAUSES.get(why.pointer());
        if (clause == null) {
            return Fault.of(null, why);
        }
        return new Fault(
                why.pointer().substring(1),
                why.problem().startsWith("The field ")
                        ? clause + ": this is missing."
                        : "%s: %s %s".formatted(clause, why.problem(), why.remedy()));
    }

    private static void onlyFor(SignedIn you) {
        if (!NotificationViews.mayStart(you)) {
            throw NotThere.answer();
        }
    }
}
