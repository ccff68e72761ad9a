package org.ehcexchange.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The partners' own texts in their formats, with `{{name}}` where a value goes.
final class Texts {

    private static final Pattern HOLE = Pattern.compile("(?<bare>: )?\\{\\{(?<name>[a-z0-9-]+)}}");

    private Texts() {}

    /// A hole between quotation marks is escaped; a bare one takes JSON as it is.
    static String json(String name, Map<String, String> values) {
        return fill(name, values, Texts::escapedForJson);
    }

    static String xml(String name, Map<String, String> values) {
        return fill(name, values, Texts::escapedForXml);
    }

    private static String fill(
            String name, Map<String, String> values, UnaryOperator<String> escape) {
        return HOLE.matcher(read(name))
                .replaceAll(
                        hole ->
                                Matcher.quoteReplacement(
                                        filled(
                                                hole,
                                                value(name, values, hole.group("name")),
                                                escape)));
    }

    private static String filled(MatchResult hole, String value, UnaryOperator<String> escape) {
        String before = hole.group("bare");
        return before == null ? escape.apply(value) : before + value;
    }

    private static String value(String name, Map<String, String> values, String hole) {
        String value = values.get(hole);
        if (value == null) {
            throw new IllegalStateException("simulator/" + name + " asks for " + hole);
        }
        return value;
    }

    private static String read(String name) {
        try (InputStream text = Texts.class.getResourceAsStream("/simulator/" + name)) {
            if (text == null) {
                throw new IllegalStateException("there is no simulator/" + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escapedForJson(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String escapedForXml(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
