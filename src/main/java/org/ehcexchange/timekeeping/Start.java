package org.ehcexchange.timekeeping;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.Working;
import org.jspecify.annotations.Nullable;

/// A duty that began.
///
/// @param owedTo absent when it is owed to the family, which is no organisation
/// @param working when it is due, by which rule and why
public record Start(
        Subject subject,
        OrganisationCode owedBy,
        @Nullable OrganisationCode owedTo,
        Working working) {}
