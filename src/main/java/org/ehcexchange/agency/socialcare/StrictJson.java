package org.ehcexchange.agency.socialcare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.ehcexchange.canonical.Violation;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// JSON as a plain tree: an object, no key twice, nothing after it, not deep.
final class StrictJson {

    /// The format nests four deep; a bound keeps a hostile document from costing memory.
    private static final int MAX_DEPTH = 20;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final ObjectReader OBJECTS =
            JSON.readerFor(new TypeReference<Map<String, Object>>() {});

    private StrictJson() {}

    sealed interface Reading {
        record Tree(Map<String, Object> tree) implements Reading {}

        record NotJson(List<Violation> violations) implements Reading {}
    }

    static Reading read(byte[] bytes) {
        try {
            Map<String, Object> tree = OBJECTS.readValue(bytes);
            return tree == null ? notJson("This is not a JSON object.") : new Reading.Tree(tree);
        } catch (StreamConstraintsException tooMuch) {
            return notJson(
                    "The JSON nests deeper than " + MAX_DEPTH + " or has an overlong value.");
        } catch (JsonProcessingException malformed) {
            return notJson(problem(malformed));
        } catch (IOException encoding) {
            return notJson("This is not JSON in UTF-8.");
        }
    }

    static byte[] write(Map<String, Object> tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree could not be written as JSON.", impossible);
        }
    }

    /// Where, never what: the parser's own words may repeat a value.
    private static String problem(JsonProcessingException malformed) {
        var message = String.valueOf(malformed.getOriginalMessage());
        var place = malformed.getLocation();
        var line = place == null ? "" : "Line " + place.getLineNr() + ": ";
        return message.startsWith("Duplicate field")
                ? line + "a field stands twice in one object."
                : line + "this is not one JSON object.";
    }

    private static Reading notJson(String problem) {
        return new Reading.NotJson(
                List.of(
                        new Violation(
                                "", problem, "Send one JSON object in UTF-8, each field once.")));
    }
}
