package org.ehcexchange.simulator;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.UncheckedIOException;

/// The two ways FHIR is written; inside, the trust works on JSON.
enum Wire {
    JSON("application/fhir+json"),
    XML("application/fhir+xml");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String mediaType;

    Wire(String mediaType) {
        this.mediaType = mediaType;
    }

    static Wire of(String contentType) {
        return contentType.contains("xml") ? XML : JSON;
    }

    String mediaType() {
        return mediaType;
    }

    ObjectNode read(String text) {
        return switch (this) {
            case JSON -> tree(text);
            case XML -> tree(json().encodeResourceToString(xml().parseResource(text)));
        };
    }

    String write(JsonNode resource) {
        return switch (this) {
            case JSON -> resource.toString();
            case XML -> xml().encodeResourceToString(json().parseResource(resource.toString()));
        };
    }

    static ObjectNode tree(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not JSON", e);
        }
    }

    private static IParser json() {
        return FhirContext.forR4Cached().newJsonParser();
    }

    private static IParser xml() {
        return FhirContext.forR4Cached().newXmlParser();
    }
}
