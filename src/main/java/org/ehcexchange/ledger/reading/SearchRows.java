package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.NhsNumber;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Upn;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.succession.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Which conversations a search is about, of those its caller takes part in; whether they may see
/// them is for [Conversations] to say.
@Component
class SearchRows {

    private final JdbcClient database;
    private final Parties parties;

    SearchRows(JdbcClient database, Parties parties) {
        this.database = database;
        this.parties = parties;
    }

    /// @param request the message that opened it
    record Hit(ConversationId conversation, MessageId request) {}

    /// Newest first, at most `limit`.
    List<Hit> find(OrganisationCode caller, Search.Query query, int limit) {
        List<Long> children = query.isByNumber() ? children(query) : List.of();
        if (query.isByNumber() && children.isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("parties", parties.of(caller));
        values.put("limit", limit);
        String narrowed = narrowed(query, values) + among(children, values);
        return database.sql(
                        """
                        select id, request_id, opened_at from (
                          (select c.id, c.request_id, c.opened_at from conversation c
                           where c.authority in (:parties) %1$s order by c.opened_at desc, c.id desc limit :limit)
                          union
                          (select c.id, c.request_id, c.opened_at from conversation c
                           where c.adviser in (:parties) %1$s order by c.opened_at desc, c.id desc limit :limit)) found
                        order by opened_at desc, id desc limit :limit
                        """
                                .formatted(narrowed))
                .params(values)
                .query(
                        (row, n) ->
                                new Hit(
                                        new ConversationId(row.getObject(1, UUID.class)),
                                        new MessageId(row.getObject(2, UUID.class))))
                .list();
    }

    private String narrowed(Search.Query query, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder();
        MessageId message = query.message();
        if (message != null) {
            sql.append(
                    " and c.id in (select m.conversation_id from message m where m.message_id ="
                            + " :message)");
            values.put("message", message.value());
        }
        CaseReference reference = query.caseReference();
        add(
                sql,
                values,
                "c.case_reference = ",
                "reference",
                reference == null ? null : reference.value());
        add(sql, values, "c.state = ", "state", query.state());
        OrganisationCode body = query.body();
        if (body != null) {
            sql.append(" and (c.authority in (:bodies) or c.adviser in (:bodies))");
            values.put("bodies", parties.of(body));
        }
        LocalDate from = query.from();
        add(sql, values, "c.opened_at >= ", "from", from == null ? null : end(from.minusDays(1)));
        LocalDate until = query.until();
        add(sql, values, "c.opened_at < ", "until", until == null ? null : end(until));
        return sql.toString();
    }

    private static OffsetDateTime end(LocalDate day) {
        return Rows.time(LondonDay.end(day));
    }

    private static String among(List<Long> children, Map<String, Object> values) {
        if (children.isEmpty()) {
            return "";
        }
        values.put("children", children);
        return " and c.child_id in (:children)";
    }

    /// Whom the numbers are on record for: one, or none, or two whom they do not tell apart.
    private List<Long> children(Search.Query query) {
        NhsNumber number = query.nhsNumber();
        Upn upn = query.upn();
        return database.sql(
                        "select id from child where nhs_number = :nhsNumber union select id from"
                                + " child where upn = :upn")
                .param("nhsNumber", number == null ? "" : number.value())
                .param("upn", upn == null ? "" : upn.value())
                .query(Long.class)
                .list();
    }

    private static void add(
            StringBuilder sql,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition).append(':').append(name);
            values.put(name, value);
        }
    }
}
