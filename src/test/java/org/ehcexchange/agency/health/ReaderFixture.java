package org.ehcexchange.agency.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.mapping.JsonataMappings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A health reader on real mappings, and messages to give it: the examples, edited.
final class ReaderFixture {

    static final String CONVERSATION = "5d1c6f0e-7a52-4c0b-9f0a-3f6f2f9d1c11";
    static final Instant AT = Instant.parse("2026-10-12T14:01:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonataMappings MAPPINGS = new JsonataMappings(Path.of("mappings"));

    final MemoryDocuments documents = new MemoryDocuments();
    private final HealthReader reader;

    ReaderFixture() {
        EdgeRules rules = new EdgeRules(new SmallDirectory(), documents);
        this.reader =
                new HealthReader(
                        Fixtures.fhir(), rules, new FhirDocuments(documents, rules), MAPPINGS);
    }

    static JsonataMappings mappings() {
        return MAPPINGS;
    }

    static ObjectNode example(String name) {
        try {
            Path file = Path.of("mappings/health/examples", name, "input.json");
            return (ObjectNode) JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The message with the value at `pointer` replaced, added (a list's `/-`) or, when `value` is
    /// empty, taken out.
    static ObjectNode edited(ObjectNode message, String pointer, String value) {
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = message.at(pointer.substring(0, cut));
        String last = pointer.substring(cut + 1);
        try {
            JsonNode node = value.isEmpty() ? null : JSON.readTree(value);
            if (parent instanceof ObjectNode object) {
                edit(object, last, node);
            } else {
                edit((ArrayNode) parent, last, node);
            }
            return message;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void edit(
            ObjectNode object, String name, @org.jspecify.annotations.Nullable JsonNode value) {
        if (value == null) {
            object.remove(name);
        } else {
            object.set(name, value);
        }
    }

    private static void edit(
            ArrayNode array, String index, @org.jspecify.annotations.Nullable JsonNode value) {
        if (value == null) {
            array.remove(Integer.parseInt(index));
        } else if (index.equals("-")) {
            array.add(value);
        } else {
            array.set(Integer.parseInt(index), value);
        }
    }

    Arrival.Result read(ObjectNode message) {
        return read(message, MediaTypes.JSON, message.toString());
    }

    /// The same message, translated to XML before it is read.
    Arrival.Result readAsXml(ObjectNode message) {
        var context = FhirConfiguration.newContext();
        var resource = context.newJsonParser().parseResource(message.toString());
        return read(
                message, MediaTypes.XML, context.newXmlParser().encodeResourceToString(resource));
    }

    private Arrival.Result read(ObjectNode message, String type, String text) {
        return read(text, type, message.at("/identifier/value").asText(), CONVERSATION);
    }

    Arrival.Result read(String text, String type, String requestId, String correlationId) {
        Arrival arrival =
                new Arrival(
                        new OrganisationCode("ODS:RN1"),
                        "fhir",
                        type,
                        text.getBytes(StandardCharsets.UTF_8),
                        AT);
        return reader.read(arrival, requestId, correlationId);
    }
}
