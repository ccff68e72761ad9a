package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;

/// An EHC plan, its sections separate (SEND Regulations 2014, reg. 12(1)).
///
/// @param lastReviewedOn absent when the plan has not been reviewed yet
/// @param sections all twelve where the plan moves; one or more where it is copied
public record Plan(
        String reference,
        LocalDate madeOn,
        @Nullable LocalDate lastReviewedOn,
        Map<Section, String> sections) {

    public Plan {
        sections = Section.inOrder(sections);
    }

    @Override
    public String toString() {
        return "Plan[not shown]";
    }
}
