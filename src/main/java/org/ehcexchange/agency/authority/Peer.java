package org.ehcexchange.agency.authority;

import org.ehcexchange.canonical.OrganisationCode;

import java.net.URI;

/// The exchange at the other end.
///
/// @param endpoint what the protocol's paths are put after
record Peer(OrganisationCode code, URI endpoint) {

    /// @param path from `/exchange/v1/` on
    URI at(String path) {
        String base = endpoint.toString();
        return URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
