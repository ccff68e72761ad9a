package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;

import java.time.LocalDate;
import java.util.Collection;
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

    /// Who stands for a code on a day: itself while open, else whoever succeeded it.
    default Current current(OrganisationCode code, LocalDate day) {
        return new Succession(this, day).of(code);
    }

    /// A directory of just these organisations, which never changes.
    static Directory of(Collection<Organisation> organisations) {
        return new Edition(1, organisations);
    }
}
