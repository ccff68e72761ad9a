package org.ehcexchange.timekeeping;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.clock.Working;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// How dates were worked out, each explanation kept once however many clocks share it.
@Component
class Workings {

    private final JdbcClient database;
    private final Json json;
    private final Remembered<Key, UUID> kept = new Remembered<>();

    Workings(JdbcClient database, Json json) {
        this.database = database;
        this.json = json;
    }

    /// What tells one working from another while the rules stay as they are.
    private record Key(String rule, int version, String calendar, Map<String, LocalDate> events) {

        static Key of(Working working) {
            return new Key(working.rule(), working.version(), working.calendar(), working.events());
        }
    }

    /// Keeps a working, in the caller's transaction, unless it is known to be kept.
    UUID keep(Working working) {
        Key key = Key.of(working);
        UUID known = kept.get(key);
        return known == null ? add(key, json.write(working)) : known;
    }

    private UUID add(Key key, String working) {
        UUID id = UUID.nameUUIDFromBytes(working.getBytes(StandardCharsets.UTF_8));
        database.sql(
                        """
                        insert into clock_working (id, rule, version, calendar, events, working)
                        values (:id, :rule, :version, :calendar, cast(:events as jsonb), cast(:working as json))
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("rule", key.rule())
                .param("version", key.version())
                .param("calendar", key.calendar())
                .param("events", json.write(key.events()))
                .param("working", working)
                .update();
        kept.onceCommitted(key, id);
        return id;
    }

    /// The explanation as it was written then.
    JsonNode find(UUID id) {
        return json.read(
                database.sql("select working from clock_working where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single(),
                JsonNode.class);
    }
}
