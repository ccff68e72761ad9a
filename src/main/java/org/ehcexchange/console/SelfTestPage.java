package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.delivery.DeadLetters;
import org.ehcexchange.delivery.SelfTest;
import org.ehcexchange.delivery.SelfTest.Step;
import org.ehcexchange.directory.Organisation;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.io.Serializable;
import java.util.List;

/// Tries whether a partner could be sent something now, and says what is wrong in plain words.
@Controller
class SelfTestPage {

    private static final String WHY = "to see whether it can be reached";

    private final PartnerViews views;
    private final SelfTest test;

    SelfTestPage(PartnerViews views, SelfTest test) {
        this.views = views;
        this.test = test;
    }

    /// One step as the page shows it; a session keeps it until then.
    record Line(String what, String verdict, String colour, String words) implements Serializable {

        private static Line of(Step step) {
            return switch (step.verdict()) {
                case FINE -> new Line(step.what(), "Fine", "green", step.words());
                case NOTE -> new Line(step.what(), "To know", "blue", step.words());
                case WRONG -> new Line(step.what(), "Wrong", "red", step.words());
            };
        }
    }

    @PostMapping("/partners/{code}/self-test")
    String run(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean send,
            @AuthenticationPrincipal SignedIn you,
            RedirectAttributes next) {
        Organisation body = views.find(code).orElseThrow(SelfTestPage::notFound);
        List<Step> steps =
                test.run(
                                body.code(),
                                new DeadLetters.Decision(you.code(), you.getName(), WHY),
                                send)
                        .orElseThrow(SelfTestPage::notFound);
        next.addFlashAttribute("steps", steps.stream().map(Line::of).toList());
        return "redirect:/partners/" + code + "#self-test";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
