package org.ehcexchange.mapping;

import org.ehcexchange.mapping.Mappings.Mapped;

import java.util.List;
import java.util.Map;

/// All mappings of one loading, with the examples that show what they do.
record MappingSet(Map<MappingKey, Mapping> mappings, List<Example> examples) {

    Mapped map(MappingKey key, Map<String, Object> input, Map<String, Object> context) {
        var mapping = mappings.get(key);
        if (mapping == null) {
            throw new IllegalArgumentException("There is no mapping " + key + " in mappings/.");
        }
        return mapping.run(input, context);
    }
}
