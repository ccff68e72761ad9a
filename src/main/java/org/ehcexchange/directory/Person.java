package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/// Somebody who may sign in to the pages.
///
/// @param signIn what they sign in with, in lower case: an email address, or a name of the
///     operator's choice
/// @param name as colleagues see it
/// @param secretHash the stored hash of their password; absent for who signs in elsewhere (OpenID
///     Connect)
/// @param email where notices go; absent for who gets none. Shown to nobody
public record Person(
        String signIn,
        String name,
        OrganisationCode organisation,
        Set<Duty> duties,
        @Nullable String secretHash,
        @Nullable String email) {

    public Person {
        duties = Set.copyOf(duties);
    }

    public boolean has(Duty duty) {
        return duties.contains(duty);
    }

    /// Neither a hash nor an address belongs in a log.
    @Override
    public String toString() {
        return "Person[%s of %s]".formatted(duties, organisation);
    }
}
