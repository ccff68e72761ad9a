package org.ehcexchange.console;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Commissioner;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The bodies of the directory, for people to choose from.
@Component
class Bodies {

    private final Directory directory;
    private final Names names;

    Bodies(Directory directory, Names names) {
        this.directory = directory;
        this.names = names;
    }

    /// Those of a role that are open today, by name.
    List<Choice> of(Role role) {
        return directory.all().stream()
                .filter(body -> body.is(role) && body.isOpenOn(names.today()))
                .sorted(Comparator.comparing(Organisation::name))
                .map(Choice::of)
                .toList();
    }

    /// The same without one's own.
    List<Choice> others(Role role, OrganisationCode own) {
        return of(role).stream().filter(body -> !body.code().equals(own.value())).toList();
    }

    /// The health commissioner that alone serves an authority; empty where a person must say.
    ///
    /// @param authority a code as it was chosen
    Optional<String> commissionerOf(String authority) {
        return find(authority)
                .flatMap(
                        body ->
                                directory.commissionerOf(body.code(), null, names.today())
                                                instanceof Commissioner.One(Organisation one)
                                        ? Optional.of(one.code().value())
                                        : Optional.empty());
    }

    /// Empty where nobody has the code.
    String name(String code) {
        return find(code).map(Organisation::name).orElse("");
    }

    private Optional<Organisation> find(String code) {
        return directory.all().stream()
                .filter(body -> body.code().value().equals(code))
                .findFirst();
    }
}
