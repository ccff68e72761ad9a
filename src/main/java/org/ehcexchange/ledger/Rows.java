package org.ehcexchange.ledger;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Reading;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/// How the ledger's values are written in its columns.
@Component
public class Rows {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final ObjectMapper json;

    Rows(ObjectMapper json) {
        this.json = json;
    }

    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public String canonical(EhcMessage message) {
        return json(CanonicalWriter.write(message));
    }

    public EhcMessage message(String canonical) {
        try {
            return switch (CanonicalReader.read(json.readValue(canonical, TREE))) {
                case Reading.Valid valid -> valid.message();
                case Reading.Invalid invalid ->
                        throw new IllegalStateException(
                                "A recorded message no longer reads: " + invalid.violations());
            };
        } catch (JacksonException e) {
            throw new IllegalStateException("A recorded message is not JSON", e);
        }
    }

    String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("A value of the ledger cannot be written as JSON", e);
        }
    }

    <T> T value(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "A recorded " + type.getSimpleName() + " no longer reads", e);
        }
    }
}
