package org.ehcexchange.access;

import org.ehcexchange.directory.People;
import org.ehcexchange.directory.Person;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// Finds who somebody is by what they signed in with, as the directory has them now.
@Component
class Greeter {

    private final People people;
    private final Callers callers;

    Greeter(People people, Callers callers) {
        this.people = people;
        this.callers = callers;
    }

    /// Empty for nobody of the directory, and for people of a body that is not open today.
    Optional<SignedIn> find(String signIn) {
        return people.person(signIn).flatMap(this::ofAnOpenBody);
    }

    private Optional<SignedIn> ofAnOpenBody(Person person) {
        return callers.find(person.organisation().value())
                .map(body -> new SignedIn(person, body, callers.isHome(body)));
    }
}
