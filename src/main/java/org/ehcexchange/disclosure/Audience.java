package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;

import java.util.EnumSet;
import java.util.Set;

/// The organisations that a consent, an objection or an opinion is about: by role, by name, or
/// both.
///
/// A body named is that body alone and never its successor, of which nobody was asked.
public record Audience(Set<Role> roles, Set<OrganisationCode> bodies) {

    /// Every organisation there is.
    public static final Audience ANYONE = new Audience(EnumSet.allOf(Role.class), Set.of());

    public Audience {
        roles = Set.copyOf(roles);
        bodies = Set.copyOf(bodies);
    }

    boolean includes(Organisation body) {
        return bodies.contains(body.code()) || roles.stream().anyMatch(body::is);
    }
}
