package org.ehcexchange.canonical;

/// The health commissioners (CCG/ICB) before and after a move.
public record Commissioners(OrganisationCode old, OrganisationCode successor) {}
