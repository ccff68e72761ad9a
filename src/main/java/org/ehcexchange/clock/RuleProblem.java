package org.ehcexchange.clock;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

import org.ehcexchange.canonical.Code;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is wrong with a file of rules, and what to do.
///
/// @param line counted from 1; 0 when no single line is at fault
record RuleProblem(String file, int line, String reason) {

    /// How Jackson names the key that is missing or empty.
    private static final Pattern KEY = Pattern.compile("creator property '([^']+)'");

    static RuleProblem of(String file, JsonProcessingException fault) {
        JsonLocation at = fault.getLocation();
        return new RuleProblem(file, at == null ? 0 : Math.max(0, at.getLineNr()), reason(fault));
    }

    private static String reason(JsonProcessingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                    "'%s' is no key here: use %s"
                            .formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
            case InvalidFormatException bad ->
                    "'%s' will not do: write %s"
                            .formatted(bad.getValue(), expected(bad.getTargetType()));
            case ValueInstantiationException bad when bad.getCause() != null ->
                    String.valueOf(bad.getCause().getMessage());
            default -> missing(fault.getOriginalMessage());
        };
    }

    private static String expected(Class<?> type) {
        if (Code.class.isAssignableFrom(type) && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(word -> ((Code) word).code())
                    .collect(Collectors.joining(" or "));
        }
        return type == LocalDate.class ? "a day such as 2014-09-01" : "a whole number";
    }

    private static String missing(String message) {
        Matcher key = KEY.matcher(message);
        return key.find()
                ? "'%s' is missing or empty: give it".formatted(key.group(1))
                : "it is not YAML of this shape: " + sentences(message);
    }

    /// Without the lines of the file that YAML's own messages show, indented.
    private static String sentences(String message) {
        return message.lines()
                .filter(line -> !line.startsWith(" "))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason;
    }
}
