package org.ehcexchange.console;

import org.ehcexchange.canonical.Appendix;
import org.ehcexchange.canonical.Plan;
import org.ehcexchange.canonical.Section;

import java.util.Map;

/// Writes plans as forms, section by section.
final class Plans {

    private Plans() {}

    static void write(Sheet.Pen pen, Plan plan) {
        pen.write("Reference", plan.reference())
                .write("Made on", plan.madeOn())
                .write("Last reviewed on", plan.lastReviewedOn());
        write(pen, plan.sections());
        pen.write("Appendices", plan.appendices().stream().map(Appendix::title).toList());
    }

    static void write(Sheet.Pen pen, Map<Section, String> sections) {
        sections.forEach(
                (section, text) ->
                        pen.write("Section %s: %s".formatted(section, name(section)), text));
    }

    /// What each section is about (SEND Regulations 2014, reg. 12(1)).
    static String name(Section section) {
        return switch (section) {
            case A -> "views, interests and aspirations of the child and family";
            case B -> "special educational needs";
            case C -> "health care needs that relate to them";
            case D -> "social care needs that relate to them";
            case E -> "outcomes sought";
            case F -> "special educational provision";
            case G -> "health care provision";
            case H1 ->
                    "social care provision under the Chronically Sick and Disabled Persons Act"
                            + " 1970, s.2";
            case H2 -> "any other social care provision";
            case I -> "the school or other institution";
            case J -> "personal budget";
            case K -> "advice and information gathered";
        };
    }
}
