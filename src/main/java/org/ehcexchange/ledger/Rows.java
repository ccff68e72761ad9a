package org.ehcexchange.ledger;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Reading;
import org.springframework.stereotype.Component;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;

/// How the ledger's values are written in its columns.
@Component
public class Rows {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final ObjectMapper json;

    public Rows(ObjectMapper json) {
        this.json = json;
    }

    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// A JSON object as a plain tree.
    public Map<String, Object> tree(String object) {
        try {
            return json.readValue(object, TREE);
        } catch (JacksonException e) {
            throw new IllegalStateException("A recorded object is not JSON", e);
        }
    }

    public String canonical(EhcMessage message) {
        return json(CanonicalWriter.write(message));
    }

    public EhcMessage message(String canonical) {
        return switch (CanonicalReader.read(tree(canonical))) {
            case Reading.Valid valid -> valid.message();
            case Reading.Invalid invalid ->
                    throw new IllegalStateException(
                            "A recorded message no longer reads: " + invalid.violations());
        };
    }

    /// Lower-case hexadecimal.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("A value of the ledger cannot be written as JSON", e);
        }
    }

    public <T> T value(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "A recorded " + type.getSimpleName() + " no longer reads", e);
        }
    }
}
