package org.ehcexchange.console;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.People;
import org.ehcexchange.directory.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Where people sign in, and what they are told when they cannot.
@Controller
class SignInPage {

    private final Directory directory;
    private final People people;
    private final ObjectProvider<ClientRegistrationRepository> providers;
    private final boolean isDemo;

    SignInPage(
            Directory directory,
            People people,
            ObjectProvider<ClientRegistrationRepository> providers,
            Environment environment) {
        this.directory = directory;
        this.people = people;
        this.providers = providers;
        this.isDemo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /// An OpenID Connect provider to sign in with.
    record Provider(String name, String path) {}

    /// A person of the demo.
    record Demonstrator(Person person, Organisation organisation, String duties) {}

    @GetMapping("/sign-in")
    String show(@RequestParam java.util.Map<String, String> query, Model model) {
        model.addAttribute("faults", Fault.all(query.keySet().stream().map(SignInPage::why)));
        model.addAttribute("providers", providers());
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

    private List<Provider> providers() {
        return providers.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(all -> StreamSupport.stream(((Iterable<?>) all).spliterator(), false))
                .map(ClientRegistration.class::cast)
                .map(
                        one ->
                                new Provider(
                                        one.getClientName(),
                                        "/oauth2/authorization/" + one.getRegistrationId()))
                .toList();
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
