package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.ledger.reading.Conversations.MovingPlan;
import org.ehcexchange.ledger.reading.Conversations.NextDay;
import org.ehcexchange.ledger.reading.Conversations.Query;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.ehcexchange.ledger.succession.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Conversations in one line each, bounded and by index.
///
/// An adviser sees a conversation once something of it went to the adviser or came from it: a
/// request that is held or refused is the authority's own. What a commissioner asks of the
/// authority is the asking one's own, too.
@Component
class Summaries {

    static final String OVERDUE = "overdue";

    /// Who was to answer has closed, and nobody alone took over: a person must choose.
    static final String STRANDED = "stranded";

    private static final String COLUMNS =
            """
            select c.*, k.due_on, k.met_on, k.excused_by, coalesce(k.state = 'overdue', false) as overdue
            from conversation c left join advice_clock k on k.conversation_id = c.id
            """;

    private static final String REACHED_ADVISER =
            """
            (c.kind = 'provision-request'
              or exists (select 1 from delivery d where d.conversation_id = c.id and d.recipient in (:parties)
                and d.status in ('collect', 'sending', 'delivered')))
            """;

    private static final String ONE =
            COLUMNS
                    + " where c.id = :id and (c.authority in (:parties) or (c.adviser in (:parties)"
                    + " and "
                    + REACHED_ADVISER
                    + "))";

    private static final String NARROWED =
            """
             and (cast(:kind as text) is null or c.kind = :kind)
             and (cast(:state as text) is null or c.state = :state)
             and (cast(:caseReference as text) is null or c.case_reference = :caseReference)
             and (cast(:after as uuid) is null or (c.opened_at, c.id) <
               (select a.opened_at, a.id from conversation a where a.id = :after))
             order by c.opened_at desc, c.id desc limit :limit
            """;

    private static final String NEWEST = newest("", "");

    private static final String NEWEST_OVERDUE =
            newest(
                    " and k.state = 'overdue' and k.authority in (:parties)",
                    " and k.state = 'overdue' and k.adviser in (:parties)");

    private static final String UNDER_WAY =
            " and c.state in ('requested', 'acknowledged', 'late', 'held-for-the-day', 'sent',"
                    + " 'received', 'queried')";

    private static final String NEWEST_STRANDED =
            newest(
                    " and c.adviser in (:stranded)" + UNDER_WAY,
                    " and c.authority in (:stranded)" + UNDER_WAY);

    /// By the index of the few that are not about advice.
    private static final String NEWEST_OTHERS =
            newest(" and c.kind <> 'advice'", " and c.kind <> 'advice'");

    /// Two walks along an index each, merged: one `or` would read every conversation of a caller.
    private static String newest(String ofAuthority, String ofAdviser) {
        return "select * from (("
                + COLUMNS
                + " where c.authority in (:parties)"
                + ofAuthority
                + NARROWED
                + ") union ("
                + COLUMNS
                + " where c.adviser in (:parties) and "
                + REACHED_ADVISER
                + ofAdviser
                + NARROWED
                + ")) found order by opened_at desc, id desc limit :limit";
    }

    /// All plans of a caller are ranked: an authority has some hundred a year.
    private static final String PLANS =
            """
            with mine as (
              select c.* from conversation c where c.kind = 'plan-transfer' and c.authority in (:parties)
              union select c.* from conversation c where c.kind = 'plan-transfer' and c.adviser in (:parties)
                and %s),
            ranked as (
              select m.*, k.rule, k.due_on, cast(null as date) as met_on, k.excused_by, k.state as clock,
                coalesce(k.state = 'overdue', false) as overdue,
                case when k.state = 'overdue' then 0
                  when m.adviser in (:parties) and m.state in ('sent', 'received') then 1
                  when k.state = 'due-soon' then 2 else 3 end as rank
              from mine m left join lateral (
                select * from transfer_clock t where t.conversation_id = m.id and t.owed_by in (:parties)
                order by t.due_on limit 1) k on true),
            placed as (
              select r.*, extract(epoch from case when rank in (0, 2) then cast(due_on as timestamptz) else opened_at end)
                * case rank when 3 then -1 else 1 end as place
              from ranked r)
            select * from placed where cast(:after as uuid) is null
              or (rank, place, id) > (select a.rank, a.place, a.id from placed a where a.id = :after)
            order by rank, place, id limit :limit
            """
                    .formatted(REACHED_ADVISER);

    private final JdbcClient database;
    private final Parties parties;

    Summaries(JdbcClient database, Parties parties) {
        this.database = database;
        this.parties = parties;
    }

    Optional<Summary> find(OrganisationCode caller, ConversationId id) {
        return database.sql(ONE)
                .param("id", id.value())
                .param("parties", parties.of(caller))
                .query((row, n) -> summary(row))
                .optional();
    }

    List<Summary> newest(OrganisationCode caller, Query query, int limit) {
        Set<String> stranded = STRANDED.equals(query.state()) ? parties.stranded() : Set.of("none");
        return stranded.isEmpty() ? List.of() : newest(caller, query, limit, stranded);
    }

    private List<Summary> newest(
            OrganisationCode caller, Query query, int limit, Set<String> stranded) {
        return database.sql(sql(query))
                .param("parties", parties.of(caller))
                .param("kind", query.kind())
                .param("stranded", stranded)
                .param("state", isComputed(query.state()) ? null : query.state())
                .param("caseReference", text(query.caseReference()))
                .param("after", query.after() == null ? null : query.after().value())
                .param("limit", limit)
                .query((row, n) -> summary(row))
                .list();
    }

    List<MovingPlan> plans(OrganisationCode caller, @Nullable ConversationId after, int limit) {
        return database.sql(PLANS)
                .param("parties", parties.of(caller))
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, n) -> new MovingPlan(summary(row), next(row)))
                .list();
    }

    private static @Nullable NextDay next(ResultSet row) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return dueOn == null
                ? null
                : new NextDay(
                        row.getString("rule"),
                        dueOn,
                        Code.find(ClockState.class, row.getString("clock")).orElseThrow(),
                        row.getString("excused_by"));
    }

    /// No conversation is stored as in such a state.
    private static boolean isComputed(@Nullable String state) {
        return OVERDUE.equals(state) || STRANDED.equals(state);
    }

    private static String sql(Query query) {
        if (STRANDED.equals(query.state())) {
            return NEWEST_STRANDED;
        }
        return OVERDUE.equals(query.state()) ? NEWEST_OVERDUE : sql(query.kind());
    }

    private static String sql(@Nullable String kind) {
        return kind == null || kind.equals("advice") ? NEWEST : NEWEST_OTHERS;
    }

    private static @Nullable String text(@Nullable CaseReference reference) {
        return reference == null ? null : reference.value();
    }

    private Summary summary(ResultSet row) throws SQLException {
        String reference = row.getString("case_reference");
        return new Summary(
                new ConversationId(row.getObject("id", java.util.UUID.class)),
                row.getString("kind"),
                reference == null ? null : new CaseReference(reference),
                row.getString("advice_type"),
                parties.today(row.getString("authority")),
                parties.today(row.getString("adviser")),
                row.getString("state"),
                row.getBoolean("overdue"),
                instant(row, "opened_at"),
                instant(row, "changed_at"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("met_on", LocalDate.class),
                row.getString("excused_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
