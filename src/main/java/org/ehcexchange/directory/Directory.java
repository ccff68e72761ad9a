package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The organisations as the exchange knows them now; a reload replaces them all at once or not at
/// all.
public interface Directory {

    Optional<Organisation> find(OrganisationCode code);

    Optional<Organisation> findByOdsCode(String odsCode);

    /// Every organisation, ordered by code.
    List<Organisation> all();

    /// Every organisation that is or will be succeeded, ordered by code.
    default List<Organisation> succeeded() {
        return all().stream().filter(organisation -> !organisation.successors().isEmpty()).toList();
    }

    /// Rises by one with each successful reload.
    long version();

    /// Who stands for a code on a day: itself while open, else whoever succeeded it.
    default Current current(OrganisationCode code, LocalDate day) {
        return new Succession(this, day).of(code);
    }

    /// The closed bodies that this one alone stands for on a day, however long the chain.
    default List<OrganisationCode> predecessors(OrganisationCode code, LocalDate day) {
        return succeeded().stream()
                .map(Organisation::code)
                .filter(
                        closed ->
                                current(closed, day) instanceof Current.Succeeded succeeded
                                        && succeeded.organisation().code().equals(code))
                .toList();
    }

    /// Every body that this one stands for on a day: itself, and those that [#predecessors] names.
    ///
    /// What was said to or by one of them, it may read and answer.
    default Set<OrganisationCode> standsFor(OrganisationCode code, LocalDate day) {
        Set<OrganisationCode> codes = new LinkedHashSet<>(predecessors(code, day));
        codes.add(code);
        return codes;
    }

    /// Whether another exchange serves a body.
    default boolean isElsewhere(OrganisationCode code) {
        return find(code)
                .map(Organisation::channel)
                .filter(Channel.Exchange.class::isInstance)
                .isPresent();
    }

    /// Which health commissioner answers for a child on a day.
    ///
    /// @param practice where the child is registered; it alone decides, because a commissioner is
    ///     responsible for its practices' patients. Absent where it is not known: the authority's
    ///     commissioners answer
    default Commissioner commissionerOf(
            OrganisationCode authority, @Nullable OrganisationCode practice, LocalDate day) {
        Commissioning commissioning = new Commissioning(this, day);
        return practice == null
                ? commissioning.ofAuthority(authority)
                : commissioning.ofPractice(practice);
    }

    /// The open services and settings of one role that work for an authority, or for one it took
    /// over from, ordered by code.
    default List<Organisation> servicesOf(OrganisationCode authority, Role role, LocalDate day) {
        Set<OrganisationCode> authorities = standsFor(authority, day);
        return all().stream()
                .filter(organisation -> organisation.is(role) && organisation.isOpenOn(day))
                .filter(service -> authorities.stream().anyMatch(a -> service.belongsTo(a, day)))
                .toList();
    }

    /// A directory of just these organisations, which never changes.
    static Directory of(Collection<Organisation> organisations) {
        return new Edition(1, organisations);
    }
}
