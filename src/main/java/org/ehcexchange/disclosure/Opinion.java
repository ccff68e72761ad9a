package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.OrganisationCode;

import java.time.LocalDate;

/// An authority's opinion that telling somebody the plan is necessary in the interests of the child
/// or young person (SEND Regulations 2014, reg. 17(1)).
///
/// @param by the authority whose opinion it is
/// @param reasons in words; personal
/// @param forWhom who should be told
public record Opinion(OrganisationCode by, LocalDate on, String reasons, Audience forWhom) {

    @Override
    public String toString() {
        return "Opinion[not shown]";
    }
}
