package org.ehcexchange.console;

import org.ehcexchange.canonical.DeclineCode;
import org.ehcexchange.canonical.ExceptionKind;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.SearchedBy;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.worktray.AnswerForm;
import org.ehcexchange.worktray.Answering;
import org.ehcexchange.worktray.Asked;
import org.ehcexchange.worktray.Drafts;
import org.ehcexchange.worktray.Entered;
import org.ehcexchange.worktray.Entered.Day;
import org.ehcexchange.worktray.Entered.Reason;
import org.ehcexchange.worktray.Entered.Search;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Shows the forms of an answer with what was entered, a box for what may follow, and what is wrong
/// beside each field.
@Component
class AnswerForms {

    private static final List<String> REPEATING =
            List.of("needs", "outcomes", "provision", "searched", "reasons");

    private final Answering answering;
    private final Drafts drafts;

    AnswerForms(Answering answering, Drafts drafts) {
        this.answering = answering;
        this.drafts = drafts;
    }

    /// What the form asks for and what was entered.
    record Filled(
            String id,
            String path,
            String caseReference,
            Map<String, List<String>> texts,
            List<Search> searched,
            List<Reason> reasons,
            Entered entered) {

        @Override
        public String toString() {
            return "Filled[not shown]";
        }
    }

    /// @return the view
    String show(Asked asked, AnswerPage.At at, Model model) {
        Entered entered = entered(asked);
        String more = Words.orNothing(at.more());
        model.addAttribute(
                "form",
                new Filled(
                        at.id().toString(),
                        at.path(),
                        asked.request().caseReference().value(),
                        Map.of(
                                "needs", boxes(entered.needs(), more.equals("needs"), ""),
                                "outcomes", boxes(entered.outcomes(), more.equals("outcomes"), ""),
                                "provision",
                                        boxes(entered.provision(), more.equals("provision"), "")),
                        boxes(
                                entered.searched(),
                                more.equals("searched"),
                                new Search("", "", Day.NONE)),
                        boxes(entered.reasons(), more.equals("reasons"), new Reason("", "")),
                        entered));
        model.addAttribute("choices", choices(at.which()));
        model.addAttribute("wrong", Fault.besideFields(model));
        return "worktray-" + at.form();
    }

    private static <T> List<T> boxes(List<T> entered, boolean more, T empty) {
        List<T> boxes = new ArrayList<>(entered);
        if (more || boxes.isEmpty()) {
            boxes.add(empty);
        }
        return boxes;
    }

    private static List<Choice> choices(AnswerForm form) {
        return switch (form) {
            case PROVIDED -> List.of();
            case NOTHING_KNOWN -> Choice.of(SearchedBy.values());
            case LATE -> Choice.of(ExceptionKind.values());
            case DECLINED -> Choice.of(DeclineCode.values());
        };
    }

    /// A name of a field that repeats; anything else is none.
    String field(String name) {
        return REPEATING.contains(name) ? name : "";
    }

    /// Whether something is wrong with what was entered, which the page then says. Advice that says
    /// nothing yet may still be given by a report.
    boolean faults(Asked asked, AnswerPage.At at, Model model) {
        List<Fault> faults =
                switch (answering.read(asked, at.which(), entered(asked))) {
                    case Reading.Valid valid -> List.of();
                    case Reading.Invalid(List<Violation> violations) ->
                            AnswerFaults.of(
                                    violations.stream()
                                            .filter(one -> !one.pointer().isEmpty())
                                            .toList());
                };
        model.addAttribute("faults", faults);
        return !faults.isEmpty();
    }

    private Entered entered(Asked asked) {
        return drafts.of(asked.body(), asked.conversation().summary().id());
    }
}
