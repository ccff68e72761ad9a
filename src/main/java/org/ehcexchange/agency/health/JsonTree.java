package org.ehcexchange.agency.health;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.ehcexchange.ledger.Arrival.Fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Reads JSON to a plain tree, bounded: no deep nesting, no key twice.
final class JsonTree {

    private final JsonMapper json;
    private final int maxDepth;

    /// @param maxText longest string, in characters; a document inside a message is one
    JsonTree(int maxDepth, int maxText) {
        this.maxDepth = maxDepth;
        this.json = new JsonMapper(factory(maxDepth, maxText));
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static JsonFactory factory(int maxDepth, int maxText) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(maxDepth)
                                .maxStringLength(maxText)
                                .build())
                .build();
    }

    /// The tree, or an empty one with what is wrong in `findings`.
    Map<String, Object> read(byte[] bytes, Findings findings) {
        try {
            return json.readValue(bytes, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            tell(e, findings);
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory could not be read", e);
        }
    }

    /// A tree written by our own library, which is within every bound.
    Map<String, Object> readOwn(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("FHIR JSON that was just written is not JSON", e);
        }
    }

    String write(Map<String, Object> tree) {
        try {
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mapping made a tree that JSON cannot hold", e);
        }
    }

    private void tell(JsonProcessingException e, Findings findings) {
        String where = place(e.getLocation());
        if (e instanceof StreamConstraintsException) {
            findings.add(
                    Fault.MALFORMED,
                    "Bundle",
                    "The JSON nests deeper than "
                            + maxDepth
                            + " levels, or holds a text that is"
                            + " too long"
                            + where
                            + ".",
                    "Send a FHIR message; none needs more.");
        } else if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")) {
            findings.add(
                    Fault.MALFORMED,
                    "Bundle",
                    "A JSON object has the same key twice" + where + ".",
                    "Send each key once.");
        } else {
            findings.add(
                    Fault.MALFORMED,
                    "Bundle",
                    "The body is not one complete JSON object" + where + ".",
                    "Send a FHIR Bundle as JSON in UTF-8, all of it.");
        }
    }

    private static String place(@org.jspecify.annotations.Nullable JsonLocation at) {
        return at == null ? "" : ", line " + at.getLineNr() + " column " + at.getColumnNr();
    }
}
