package org.ehcexchange.console;

import org.ehcexchange.access.Providers;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.People;
import org.ehcexchange.directory.Person;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.stream.Collectors;

/// Where people sign in, and what they are told when they cannot.
@Controller
class SignInPage {

    private final Directory directory;
    private final People people;
    private final Providers providers;
    private final boolean isDemo;

    SignInPage(Directory directory, People people, Providers providers, Environment environment) {
        this.directory = directory;
        this.people = people;
        this.providers = providers;
        this.isDemo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /// A person of the demo.
    record Demonstrator(Person person, Organisation organisation, String duties) {}

    @GetMapping("/sign-in")
    String show(@RequestParam java.util.Map<String, String> query, Model model) {
        model.addAttribute("faults", Fault.all(query.keySet().stream().map(SignInPage::why)));
        model.addAttribute("providers", providers.all());
        model.addAttribute("demo", isDemo ? demonstrators() : List.of());
        return "sign-in";
    }

    @GetMapping("/signed-out")
    String signedOut(Model model) {
        return Plain.show(model, "You have signed out", "You can close this window.");
    }

    @GetMapping("/not-known")
    String notKnown(Model model) {
        return Plain.show(
                model,
                "The exchange does not know you",
                "You are signed in, but nobody has given you a place in the directory of this"
                        + " exchange, or your place has ended.",
                "Ask whoever looks after EHC Exchange at your organisation to add you.");
    }

    private static Fault why(String key) {
        return switch (key) {
            case "wait" ->
                    new Fault(
                            "sign-in",
                            "The password was wrong too often. Wait a quarter of an hour and try"
                                    + " again.");
            case "elsewhere" ->
                    new Fault(
                            null,
                            "Signing in with your organisation did not work. Try again, or tell"
                                    + " whoever looks after EHC Exchange there.");
            default ->
                    new Fault(
                            "sign-in",
                            "The name or the password is wrong. Check both and try again.");
        };
    }

    private List<Demonstrator> demonstrators() {
        return directory.all().stream()
                .flatMap(body -> people.peopleOf(body.code()).stream().map(one -> of(body, one)))
                .toList();
    }

    private static Demonstrator of(Organisation organisation, Person person) {
        return new Demonstrator(
                person,
                organisation,
                person.duties().stream()
                        .map(Code::code)
                        .map(Words::plain)
                        .collect(Collectors.joining(", ")));
    }
}
