package org.ehcexchange.canonical;

/// The authorities before and after a move.
public record Authorities(OrganisationCode old, OrganisationCode successor) {}
