package org.ehcexchange.mapping;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.mapping.Mappings.Mapped;

import java.util.List;
import java.util.Map;

/// All mappings of one loading, with the examples that show what they do.
///
/// @param places where canonical fields stand in each agency's format; absent where it does not say
record MappingSet(
        Map<MappingKey, Mapping> mappings, Map<String, CodeTable> places, List<Example> examples) {

    Mapped map(MappingKey key, Map<String, Object> input, Map<String, Object> context) {
        var mapping = mappings.get(key);
        if (mapping == null) {
            throw new IllegalArgumentException("There is no mapping " + key + " in mappings/.");
        }
        return mapping.run(input, context);
    }

    List<Violation> inTermsOf(String agency, List<Violation> violations) {
        var table = places.get(agency);
        return table == null
                ? violations
                : violations.stream().map(each -> Places.translate(each, table)).toList();
    }
}
