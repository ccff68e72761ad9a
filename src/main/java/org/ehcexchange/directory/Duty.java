package org.ehcexchange.directory;

import org.ehcexchange.canonical.Code;

/// What a person does for their organisation on the pages.
public enum Duty implements Code {
    /// Asks for advice, moves plans, looks after held children.
    CASEWORKER,
    /// Designated Health Officer or Designated Clinical Officer: receives requests, hands them out,
    /// approves notifications.
    HEALTH_OFFICER,
    /// Writes advice.
    ADVISER,
    /// Keeps deliveries, partners and mappings running.
    ENGINEER,
    /// Sees who did or saw what.
    AUDITOR;

    /// Whether somebody of a body with this role can have it.
    boolean isFor(Role role) {
        return switch (this) {
            case CASEWORKER -> role == Role.AUTHORITY;
            case HEALTH_OFFICER -> role == Role.HEALTH_COMMISSIONER || role == Role.HEALTH_PROVIDER;
            case ADVISER -> role != Role.AUTHORITY;
            case ENGINEER, AUDITOR -> true;
        };
    }
}
