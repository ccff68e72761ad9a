package org.ehcexchange.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;

/// Reads bytes as one JSON object, and refuses what two readers could understand differently: a
/// name given twice, something after the end, nesting without need.
///
/// What is wrong is said with line and column, never with the text found there: it may be personal.
public final class StrictJson {

    /// A canonical message nests five deep; twice that leaves room.
    static final int DEEPEST = 10;

    private static final ObjectReader READER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readerFor(new TypeReference<Map<String, Object>>() {});

    private StrictJson() {}

    /// What came of it.
    public sealed interface Parsed {}

    public record Tree(Map<String, Object> tree) implements Parsed {}

    public record NotJson(Violation why) implements Parsed {}

    public static Parsed read(byte[] body) {
        try {
            Map<String, Object> tree = READER.readValue(body);
            return tree == null ? new NotJson(notAnObject(null)) : new Tree(tree);
        } catch (StreamConstraintsException tooDeep) {
            return new NotJson(tooDeep(tooDeep.getLocation()));
        } catch (MismatchedInputException other) {
            return new NotJson(mismatched(other));
        } catch (JsonProcessingException broken) {
            return new NotJson(broken(broken));
        } catch (IOException unreadable) {
            return new NotJson(notJson(null));
        }
    }

    private static Violation mismatched(MismatchedInputException fault) {
        boolean trailing = fault.getPath().isEmpty() && isTrailing(fault);
        return trailing ? trailing(fault.getLocation()) : notAnObject(fault.getLocation());
    }

    private static boolean isTrailing(MismatchedInputException fault) {
        return fault.getOriginalMessage().startsWith("Trailing token");
    }

    private static Violation broken(JsonProcessingException fault) {
        return fault.getOriginalMessage().startsWith("Duplicate field")
                ? duplicate(fault.getLocation())
                : notJson(fault.getLocation());
    }

    private static Violation duplicate(@Nullable JsonLocation at) {
        return new Violation(
                "",
                "A name is given twice in one object" + place(at) + ".",
                "Give each name once: which of the two was meant cannot be known.");
    }

    private static Violation tooDeep(@Nullable JsonLocation at) {
        return new Violation(
                "",
                "The JSON is nested deeper than %d levels, or has a number or name of unlikely length%s."
                        .formatted(DEEPEST, place(at)),
                "Send the fields that this door takes, and no others.");
    }

    private static Violation notAnObject(@Nullable JsonLocation at) {
        return new Violation(
                "",
                "The body is not one JSON object" + place(at) + ".",
                "Send one message as one JSON object.");
    }

    private static Violation trailing(@Nullable JsonLocation at) {
        return new Violation(
                "",
                "Something follows the JSON object" + place(at) + ".",
                "Send one message a request.");
    }

    private static Violation notJson(@Nullable JsonLocation at) {
        return new Violation(
                "",
                "The body is not JSON" + place(at) + ".",
                "Send JSON in UTF-8 (RFC 8259); a JSON library writes it correctly.");
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null || at.getLineNr() < 1
                ? ""
                : ", at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }
}
