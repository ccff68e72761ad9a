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
/// @param serves the authorities and practices a health commissioner commissions for; else empty
/// @param belongsTo the authorities a service or setting works for; else empty
/// @param notifiesByItself whether a health commissioner's notifications go without a person's word
public record Organisation(
        OrganisationCode code,
        String name,
        Set<Role> roles,
        @Nullable String odsCode,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        List<OrganisationCode> successors,
        @Nullable Channel channel,
        @Nullable String secretHash,
        List<Relation> serves,
        List<Relation> belongsTo,
        boolean notifiesByItself) {

    public Organisation {
        roles = Set.copyOf(roles);
        successors = List.copyOf(successors);
        serves = List.copyOf(serves);
        belongsTo = List.copyOf(belongsTo);
    }

    /// A body that is tied to no other.
    public Organisation(
            OrganisationCode code,
            String name,
            Set<Role> roles,
            @Nullable String odsCode,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate closesOn,
            List<OrganisationCode> successors,
            @Nullable Channel channel,
            @Nullable String secretHash) {
        this(
                code,
                name,
                roles,
                odsCode,
                opensOn,
                closesOn,
                successors,
                channel,
                secretHash,
                List.of(),
                List.of());
    }

    /// A body whose notifications wait for a person.
    public Organisation(
            OrganisationCode code,
            String name,
            Set<Role> roles,
            @Nullable String odsCode,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate closesOn,
            List<OrganisationCode> successors,
            @Nullable Channel channel,
            @Nullable String secretHash,
            List<Relation> serves,
            List<Relation> belongsTo) {
        this(
                code,
                name,
                roles,
                odsCode,
                opensOn,
                closesOn,
                successors,
                channel,
                secretHash,
                serves,
                belongsTo,
                false);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isOpenOn(LocalDate day) {
        return (opensOn == null || !day.isBefore(opensOn))
                && (closesOn == null || day.isBefore(closesOn));
    }

    /// Whether its own file says so; what a closed body served is for [Directory] to follow.
    public boolean serves(OrganisationCode other, LocalDate day) {
        return isTied(serves, other, day);
    }

    /// Whether its own file says so.
    public boolean belongsTo(OrganisationCode authority, LocalDate day) {
        return isTied(belongsTo, authority, day);
    }

    private static boolean isTied(List<Relation> ties, OrganisationCode other, LocalDate day) {
        return ties.stream().anyMatch(tie -> tie.to().equals(other) && tie.isOn(day));
    }
}
