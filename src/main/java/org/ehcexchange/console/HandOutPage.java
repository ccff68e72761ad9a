package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.directory.People;
import org.ehcexchange.directory.Person;
import org.ehcexchange.worktray.Asked;
import org.ehcexchange.worktray.HandOuts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Gives a request to whoever is to write the advice.
@Controller
@RequestMapping("/worktray" + WorktrayPage.ONE + "/hand-out")
class HandOutPage {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2000;

    private final Trays trays;
    private final TrayViews views;
    private final HandOuts handOuts;
    private final People people;

    HandOutPage(Trays trays, TrayViews views, HandOuts handOuts, People people) {
        this.trays = trays;
        this.views = views;
        this.handOuts = handOuts;
        this.people = people;
    }

    /// @param id of the conversation
    /// @param colleague what they sign in with
    record Wish(
            UUID id, @Nullable String colleague, @Nullable String provider, @Nullable String note) {

        static String bare(@Nullable String text) {
            return text == null ? "" : text.strip();
        }

        @Nullable String words() {
            return bare(note).isEmpty() ? null : bare(note);
        }
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn you, @ModelAttribute Wish wish, Model model) {
        model.addAttribute("request", views.of(you, trays.asked(you, wish.id())));
        return "worktray-hand-out";
    }

    @PostMapping
    String handOut(
            @AuthenticationPrincipal SignedIn you,
            @ModelAttribute Wish wish,
            Model model,
            RedirectAttributes next) {
        Asked asked = trays.asked(you, wish.id());
        Optional<Person> colleague = colleague(you, Wish.bare(wish.colleague()));
        List<Fault> faults = faults(wish, colleague);
        if (!faults.isEmpty()) {
            model.addAttribute("faults", faults);
            return show(you, wish, model);
        }
        colleague.ifPresentOrElse(
                person -> handOuts.toColleague(asked, you.person(), person, wish.words()),
                () ->
                        handOuts.toProvider(
                                asked, you.person(), Wish.bare(wish.provider()), wish.words()));
        next.addFlashAttribute("done", "Handed out.");
        return "redirect:/worktray/" + wish.id();
    }

    /// Only somebody of the same body.
    private Optional<Person> colleague(SignedIn you, String signIn) {
        return people.peopleOf(you.code()).stream()
                .filter(person -> person.signIn().equals(signIn))
                .findFirst();
    }

    private static List<Fault> faults(Wish wish, Optional<Person> colleague) {
        List<Fault> faults = new ArrayList<>();
        String provider = Wish.bare(wish.provider());
        if (colleague.isPresent() != provider.isEmpty()) {
            faults.add(
                    new Fault(
                            "colleague",
                            "Choose a colleague, or write who else is to write it; one of them,"
                                    + " not both."));
        }
        if (provider.length() > LONGEST_NAME) {
            faults.add(new Fault("provider", "Use at most 200 characters for who it goes to."));
        }
        if (Wish.bare(wish.note()).length() > LONGEST_NOTE) {
            faults.add(new Fault("note", "Use at most 2,000 characters for the note."));
        }
        return faults;
    }
}
