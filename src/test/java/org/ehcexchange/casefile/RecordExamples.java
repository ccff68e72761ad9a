package org.ehcexchange.casefile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// The records that the API's description shows.
final class RecordExamples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordExamples() {}

    static Map<String, Object> tree(String name) {
        try (InputStream file =
                new ClassPathResource("openapi/" + name + ".json").getInputStream()) {
            return JSON.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The example with one field changed, or left out when the value is empty.
    static Map<String, Object> changed(String name, String field, String value) {
        Map<String, Object> tree = tree(name);
        try {
            if (value.isEmpty()) {
                tree.remove(field);
            } else {
                tree.put(field, JSON.readValue(value, Object.class));
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
