package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// One body of the directory.
///
/// @param odsCode how FHIR messages name it; absent where it never takes part in health traffic
/// @param closesOn the first day it no longer exists; absent while it is open
/// @param successors who takes over when it closes; none, one or (a split) several
/// @param channel how it is reached; absent for a closed body
/// @param secretHash the stored hash its client secret is checked against; absent when it never
///     calls the exchange
public record Organisation(
        OrganisationCode code,
        String name,
        Set<Role> roles,
        @Nullable String odsCode,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        List<OrganisationCode> successors,
        @Nullable Channel channel,
        @Nullable String secretHash) {

    public Organisation {
        roles = Set.copyOf(roles);
        successors = List.copyOf(successors);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isOpenOn(LocalDate day) {
        return (opensOn == null || !day.isBefore(opensOn))
                && (closesOn == null || day.isBefore(closesOn));
    }
}
