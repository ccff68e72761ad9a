package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.succession.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Who did or saw what, newest first, for those whose task it is to ask.
@Component
public class AuditTrail {

    private static final int MOST = 1000;

    /// Two walks along an index each: one `or` would read every entry.
    private static final String OF_CASE =
            """
            (select * from audit where conversation_id = any(:ofCase)
             union all
             select * from audit where detail ->> 'case' = :case
               and (conversation_id is null or conversation_id <> all(:ofCase)))
            """;

    private final JdbcClient database;
    private final Parties parties;
    private final Rows rows;

    AuditTrail(JdbcClient database, Parties parties, Rows rows) {
        this.database = database;
        this.parties = parties;
        this.rows = rows;
    }

    /// What to look for; absent fields do not narrow.
    ///
    /// @param by whose entries, and those of the closed bodies they stand for; absent for all
    /// @param person what somebody signed in with
    /// @param act a word such as `viewed`
    /// @param from Europe/London, the first day
    /// @param until the last day
    public record Query(
            @Nullable OrganisationCode by,
            @Nullable String person,
            @Nullable String act,
            @Nullable CaseReference caseReference,
            @Nullable ConversationId conversation,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /// One entry; free of personal data of children.
    ///
    /// @param person absent where a system acted
    /// @param purpose what for; absent where the act says it
    /// @param detail the rest, in the words of the record
    public record Line(
            long id,
            Instant at,
            String actor,
            @Nullable String person,
            String act,
            @Nullable String purpose,
            @Nullable UUID message,
            @Nullable UUID conversation,
            Map<String, Object> detail) {}

    /// At most `limit` entries before one, newest first.
    ///
    /// @param before the last entry of a page before; absent to start with the newest
    public List<Line> page(Query query, @Nullable Long before, int limit) {
        Narrowing narrowing = new Narrowing();
        narrow(narrowing, query);
        if (before != null) {
            narrowing.add(
                    "(at, id) < (select b.at, b.id from audit b where b.id = :before)",
                    "before",
                    before);
        }
        return database.sql(
                        "select * from %s audit%s order by at desc, id desc limit :limit"
                                .formatted(narrowing.from, narrowing.where()))
                .params(narrowing.values)
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, n) -> line(row))
                .list();
    }

    private void narrow(Narrowing narrowing, Query query) {
        OrganisationCode by = query.by();
        if (by != null) {
            narrowing.add("actor in (:actors)", "actors", parties.of(by));
        }
        narrowing.addIf("detail ->> 'person' = :person", "person", query.person());
        narrowing.addIf("act = :act", "act", query.act());
        ConversationId conversation = query.conversation();
        if (conversation != null) {
            narrowing.add("conversation_id = :conversation", "conversation", conversation.value());
        }
        LocalDate from = query.from();
        if (from != null) {
            narrowing.add("at >= :from", "from", start(from));
        }
        LocalDate until = query.until();
        if (until != null) {
            narrowing.add("at < :until", "until", start(until.plusDays(1)));
        }
        CaseReference reference = query.caseReference();
        if (reference != null) {
            ofCase(narrowing, reference.value());
        }
    }

    private static OffsetDateTime start(LocalDate day) {
        return Rows.time(LondonDay.end(day.minusDays(1)));
    }

    private void ofCase(Narrowing narrowing, String reference) {
        Set<UUID> conversations =
                database.sql("select id from conversation where case_reference = :reference")
                        .param("reference", reference)
                        .query(UUID.class)
                        .set();
        narrowing.from = OF_CASE;
        narrowing.values.put("ofCase", conversations.toArray(UUID[]::new));
        narrowing.values.put("case", reference);
    }

    private Line line(ResultSet row) throws SQLException {
        String json = row.getString("detail");
        Map<String, Object> detail = new LinkedHashMap<>(json == null ? Map.of() : rows.tree(json));
        Object person = detail.remove("person");
        Object purpose = detail.remove("purpose");
        detail.values().removeIf(value -> value == null || value.equals(List.of()));
        return new Line(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                person == null ? null : person.toString(),
                row.getString("act"),
                purpose == null ? null : purpose.toString(),
                row.getObject("message_id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                detail);
    }

    /// The conditions that were asked for, and no others, so that each finds its index.
    private static final class Narrowing {

        /// What stands in the place of the whole table; nothing where that is looked at.
        private String from = "";
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void add(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        void addIf(String condition, String name, @Nullable Object value) {
            if (value != null) {
                add(condition, name, value);
            }
        }

        String where() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }
}
