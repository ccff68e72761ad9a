package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// Whom somebody means to tell of what happens in a case.
///
/// @param day on which they are told, Europe/London
/// @param by the body whose duty it is, mostly the authority
/// @param practice where the child or young person is registered, which decides the commissioner;
///     absent where it is not known
/// @param told everybody who is to be told, more than must be if need be
/// @param absent those of whom it is said that there is nobody to tell
public record MessagePlan(
        CaseEvent event,
        LocalDate day,
        OrganisationCode by,
        @Nullable OrganisationCode practice,
        List<Addressee> told,
        List<Absence> absent) {

    public MessagePlan {
        told = List.copyOf(told);
        absent = List.copyOf(absent);
    }

    /// Nobody is there to be told.
    ///
    /// @param reason in words; personal
    public record Absence(MustBeTold who, String reason) {
        @Override
        public String toString() {
            return "Absence[" + who.code() + "]";
        }
    }
}
