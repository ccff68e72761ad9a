package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.util.List;

/// What needs a person now, in order of urgency.
@Controller
class TodayPage {

    private final List<TaskSource> sources;
    private final Names names;

    TodayPage(List<TaskSource> sources, Names names) {
        this.sources = sources;
        this.names = names;
    }

    @GetMapping("/")
    String show(@AuthenticationPrincipal SignedIn you, Model model) {
        model.addAttribute("today", Words.day(names.today()));
        model.addAttribute(
                "tasks",
                sources.stream()
                        .flatMap(source -> source.of(you).stream())
                        .sorted(Task.ORDER)
                        .toList());
        return "today";
    }
}
