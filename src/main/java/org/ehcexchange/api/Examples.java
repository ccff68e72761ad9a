package org.ehcexchange.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;

import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The examples of the description: files of `openapi/`.
final class Examples {

    private final ObjectMapper json;

    Examples(ObjectMapper json) {
        this.json = json;
    }

    void add(MediaType to, String name) {
        to.addExamples(name, new Example().value(read(name)));
    }

    private JsonNode read(String name) {
        try (InputStream file =
                new ClassPathResource("openapi/" + name + ".json").getInputStream()) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("No example openapi/" + name + ".json", e);
        }
    }
}
