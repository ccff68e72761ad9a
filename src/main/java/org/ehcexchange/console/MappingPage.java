package org.ehcexchange.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Subject;
import org.ehcexchange.mapping.Trials;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where an engineer tries a mapping on a message; nothing of it is kept, logged or audited.
@Controller
@RequestMapping("/mappings")
class MappingPage {

    private static final String ONE = "/{format}/{message}/{direction:to|from}";

    private final Trials trials;

    MappingPage(Trials trials) {
        this.trials = trials;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("formats", TrialSheet.formats(trials.subjects()));
        return "mappings";
    }

    @GetMapping(ONE)
    String show(
            @PathVariable Map<String, String> at,
            @RequestParam(required = false) @Nullable String example,
            Model model) {
        Subject subject = subject(at);
        Optional<String> name =
                example == null ? subject.examples().stream().findFirst() : Optional.of(example);
        Subject.Sample sample =
                name.map(each -> trials.sample(subject, each).orElseThrow(MappingPage::notFound))
                        .orElse(new Subject.Sample("", ""));
        model.addAttribute("example", name.orElse(""));
        return page(subject, new Pasted.Form(sample.text(), sample.context()), model);
    }

    @PostMapping(ONE)
    String run(
            @PathVariable Map<String, String> at,
            HttpServletRequest request,
            HttpServletResponse answer,
            Model model) {
        Subject subject = subject(at);
        return switch (Pasted.read(request)) {
            case Pasted.Form form when form.message().isBlank() ->
                    refused(subject, "Paste a message, or pick an example.", model);
            case Pasted.Form form -> {
                model.addAttribute(
                        "trial",
                        TrialView.of(
                                subject, trials.run(subject, form.message(), form.facts()), form));
                yield page(subject, form, model);
            }
            case Pasted.TooLarge large -> {
                answer.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
                yield refused(
                        subject,
                        "This is larger than %s, the most that can be tried here. Take what is not in question out of it."
                                .formatted(Words.size(Pasted.MOST)),
                        model);
            }
            case Pasted.BrokenOff broken -> {
                answer.setStatus(HttpStatus.BAD_REQUEST.value());
                yield refused(subject, "The form broke off. Send it again.", model);
            }
        };
    }

    private static String refused(Subject subject, String words, Model model) {
        model.addAttribute("faults", List.of(new Fault("message", words)));
        return page(subject, new Pasted.Form("", ""), model);
    }

    private static String page(Subject subject, Pasted.Form form, Model model) {
        model.addAttribute("sheet", TrialSheet.of(subject));
        model.addAttribute("form", form);
        model.addAttribute("most", Words.size(Pasted.MOST));
        return "mapping";
    }

    /// @param at the variables of the path
    private Subject subject(Map<String, String> at) {
        return trials.find(
                        at.getOrDefault("format", ""),
                        at.getOrDefault("message", ""),
                        "to".equals(at.get("direction")) ? Direction.TO : Direction.FROM)
                .orElseThrow(MappingPage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
