package org.ehcexchange.notice;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Current;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.People;
import org.ehcexchange.directory.Person;
import org.ehcexchange.directory.Role;
import org.ehcexchange.worktray.HandOuts;
import org.ehcexchange.worktray.HandOuts.HandOut;
import org.ehcexchange.worktray.Tray;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is told: those whose duty it is, and who have an address.
@Component
@NoticesOn
class Audience {

    private final Directory directory;
    private final People people;
    private final HandOuts handOuts;
    private final InstantSource clock;

    Audience(Directory directory, People people, HandOuts handOuts, InstantSource clock) {
        this.directory = directory;
        this.people = people;
        this.handOuts = handOuts;
        this.clock = clock;
    }

    /// The body itself, or who stands for it today; empty where nobody alone does.
    Optional<Organisation> today(OrganisationCode code) {
        return switch (directory.current(code, LondonDay.of(clock.instant()))) {
            case Current.Open(Organisation open) -> Optional.of(open);
            case Current.Succeeded succeeded -> Optional.of(succeeded.organisation());
            case Current.Choice choice -> Optional.empty();
            case Current.Nobody nobody -> Optional.empty();
        };
    }

    List<Person> caseworkers(OrganisationCode authority) {
        return today(authority).map(body -> having(body, Duty.CASEWORKER)).orElse(List.of());
    }

    List<Person> healthOfficers(OrganisationCode commissioner) {
        return today(commissioner).map(body -> having(body, Duty.HEALTH_OFFICER)).orElse(List.of());
    }

    /// Whoever does what a body owes: an authority's caseworkers; elsewhere who hands work out, or
    /// where nobody does, all advisers.
    List<Person> working(OrganisationCode code) {
        return today(code).map(this::working).orElse(List.of());
    }

    private List<Person> working(Organisation body) {
        if (body.is(Role.AUTHORITY)) {
            return having(body, Duty.CASEWORKER);
        }
        List<Person> officers = having(body, Duty.HEALTH_OFFICER);
        return officers.isEmpty() ? having(body, Duty.ADVISER) : officers;
    }

    /// Of a body with a worktray, whoever [#working] names; of another, nobody.
    List<Person> tray(OrganisationCode code) {
        return today(code).filter(Tray::isFor).map(this::working).orElse(List.of());
    }

    /// Whoever works on one request: once it was handed out by name, who has it and who handed it
    /// out.
    List<Person> workingOn(OrganisationCode body, ConversationId request) {
        List<Person> named = today(body).map(known -> named(known, request)).orElse(List.of());
        return named.isEmpty() ? working(body) : named;
    }

    private List<Person> named(Organisation body, ConversationId request) {
        return handOuts.of(body.code(), request).stream()
                .limit(1)
                .filter(latest -> latest.colleague() != null)
                .flatMap(Audience::names)
                .distinct()
                .flatMap(name -> people.person(name).stream())
                .filter(person -> person.organisation().equals(body.code()))
                .filter(person -> person.email() != null)
                .toList();
    }

    private static Stream<String> names(HandOut handOut) {
        return Stream.of(Objects.requireNonNull(handOut.colleague()), handOut.by());
    }

    private List<Person> having(Organisation body, Duty duty) {
        return people.peopleOf(body.code()).stream()
                .filter(person -> person.has(duty) && person.email() != null)
                .toList();
    }
}
