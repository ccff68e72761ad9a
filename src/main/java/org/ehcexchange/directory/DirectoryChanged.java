package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;

import java.util.Set;

/// Published after a reload that changed something.
///
/// @param version of the directory from now on
/// @param changed organisations that were there and now read differently
public record DirectoryChanged(
        long version,
        Set<OrganisationCode> added,
        Set<OrganisationCode> changed,
        Set<OrganisationCode> removed) {

    public DirectoryChanged {
        added = Set.copyOf(added);
        changed = Set.copyOf(changed);
        removed = Set.copyOf(removed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
