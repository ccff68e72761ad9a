package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// An EHC plan, its sections separate (SEND Regulations 2014, reg. 12(1)).
///
/// @param lastReviewedOn absent when the plan has not been reviewed yet
/// @param sections all twelve where the plan moves; one or more where it is copied
/// @param appendices the documents that section K names, where the plan moves; a copy has none,
///     because all its documents are section K
public record Plan(
        String reference,
        LocalDate madeOn,
        @Nullable LocalDate lastReviewedOn,
        Map<Section, String> sections,
        List<Appendix> appendices) {

    public Plan {
        sections = Section.inOrder(sections);
        appendices = List.copyOf(appendices);
    }

    /// A plan whose section K names no document.
    public Plan(
            String reference,
            LocalDate madeOn,
            @Nullable LocalDate lastReviewedOn,
            Map<Section, String> sections) {
        this(reference, madeOn, lastReviewedOn, sections, List.of());
    }

    @Override
    public String toString() {
        return "Plan[not shown]";
    }
}
