package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// One of the three that must be satisfied that advice given before is sufficient says so (SEND
/// Regulations 2014, reg. 6(4)).
///
/// @param adviser whose advice it is; absent where it is all advice of that type
/// @param author who wrote it down, as an officer's post rather than a name
public record Agreement(
        By by,
        AdviceType adviceType,
        @Nullable OrganisationCode adviser,
        LocalDate on,
        String author) {

    /// The three (SEND Regulations 2014, reg. 6(4)).
    public enum By implements Code {
        ADVISER,
        AUTHORITY,
        /// The parent or the young person.
        FAMILY
    }

    @Override
    public String toString() {
        return "Agreement[%s %s]".formatted(by.code(), adviceType.code());
    }
}
