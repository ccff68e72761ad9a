package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;

import java.util.List;
import java.util.Optional;

/// The people of the organisations, as the directory's files give them now.
public interface People {

    /// @param signIn in any case of letters
    Optional<Person> person(String signIn);

    /// Those of one organisation, ordered by name.
    List<Person> peopleOf(OrganisationCode organisation);
}
