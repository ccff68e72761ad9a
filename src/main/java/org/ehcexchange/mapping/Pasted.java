package org.ehcexchange.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;

import org.ehcexchange.canonical.Violation;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text in which violations are to be shown: on which line each one is.
final class Pasted {

    private static final JsonFactory PARSERS =
            JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
    private static final Pattern SAID = Pattern.compile("\\b[Ll]ine ([0-9]{1,7})\\b");

    private final Map<String, Integer> lines;

    Pasted(String text) {
        this.lines = text.stripLeading().startsWith("{") ? lines(text) : Map.of();
    }

    /// Of each JSON pointer, as far as the text is JSON.
    private static Map<String, Integer> lines(String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = PARSERS.createParser(text)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException noFurther) {
            return lines;
        }
        return lines;
    }

    /// From 1; 0 where nobody knows.
    int line(Violation violation) {
        Matcher said = SAID.matcher(violation.problem());
        return said.find() ? Integer.parseInt(said.group(1)) : line(pointer(violation.pointer()));
    }

    /// Of the place itself, or of what it is missing from.
    private int line(String pointer) {
        String place = pointer;
        while (!place.isEmpty() && !lines.containsKey(place)) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return place.isEmpty() ? 0 : lines.get(place);
    }

    /// `Bundle.entry[3].resource.note` is `/entry/3/resource/note`; another FHIRPath is none.
    private static String pointer(String place) {
        if (place.startsWith("/") && !place.startsWith("//")) {
            return place;
        }
        return place.matches("Bundle(\\.[A-Za-z]+(\\[[0-9]+])?)+")
                ? place.substring("Bundle".length())
                        .replaceAll("\\[([0-9]+)]", "/$1")
                        .replace('.', '/')
                : "";
    }
}
