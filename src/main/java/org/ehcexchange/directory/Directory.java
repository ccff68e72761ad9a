package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;

import java.util.List;
import java.util.Optional;

/// The organisations as the exchange knows them now; a reload replaces them all at once or not at
/// all.
public interface Directory {

    Optional<Organisation> find(OrganisationCode code);

    Optional<Organisation> findByOdsCode(String odsCode);

    /// Every organisation, ordered by code.
    List<Organisation> all();

    /// Rises by one with each successful reload.
    long version();
}
