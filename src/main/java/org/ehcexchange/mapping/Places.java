package org.ehcexchange.mapping;

import org.ehcexchange.canonical.Violation;

import java.util.regex.Pattern;

/// Where a canonical field stands in an agency's format, by its table `codes/place.csv`.
///
/// In the table `+` stands for a place in a list: counted from 0, and from 1 where the format
/// writes
/// `[+]`, as XPath does.
final class Places {

    static final String TABLE = "place";

    private static final Pattern INDEX = Pattern.compile("/([0-9]+)(?=/|$)");

    private Places() {}

    /// The violation with the place as the sender knows it, or as it is when the table has none.
    static Violation translate(Violation violation, CodeTable places) {
        var pattern = INDEX.matcher(violation.pointer()).replaceAll("/+");
        return places.wire(pattern)
                .map(place -> withIndices(place, violation.pointer()))
                .map(place -> new Violation(place, violation.problem(), violation.remedy()))
                .orElse(violation);
    }

    private static String withIndices(String place, String pointer) {
        var indices = INDEX.matcher(pointer);
        var written = place;
        while (indices.find()) {
            int index = Integer.parseInt(indices.group(1));
            written =
                    written.contains("[+]")
                            ? written.replaceFirst("\\[\\+]", "[" + (index + 1) + "]")
                            : written.replaceFirst("\\+", String.valueOf(index));
        }
        return written;
    }
}
