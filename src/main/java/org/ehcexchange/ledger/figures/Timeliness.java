package org.ehcexchange.ledger.figures;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.succession.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/// How advice kept to its time: for an authority what it asked for, for another body what it was
/// asked.
///
/// A request counts in the month its answer was due. One that was taken back counts nowhere.
@Component
public class Timeliness {

    private static final String SEEN =
            """
            from advice_clock k join conversation c on c.id = k.conversation_id
            where (k.authority in (:parties) or k.adviser in (:parties)) and k.state <> 'stopped'
            """;

    /// Its two halves are apart because each has an index of its own.
    private static final String TALLIES =
            """
            select date_trunc('month', k.due_on)::date as month, k.advice_type, k.adviser,
              count(*) filter (where k.met_on <= k.due_on) as on_time,
              count(*) filter (where k.met_on > k.due_on or k.met_on is null and k.due_on < :today) as late,
              count(*) filter (where (k.met_on > k.due_on or k.met_on is null and k.due_on < :today)
                and k.excused_by is not null) as excused,
              count(*) filter (where k.met_on is null and k.due_on >= :today) as waiting
            from (select * from advice_clock where authority in (:parties)
                  union all
                  select * from advice_clock where adviser in (:parties) and authority not in (:parties)) k
            where k.state <> 'stopped' and k.due_on >= :from and k.due_on < :until
            group by 1, 2, 3 order by 1, 2, 3
            """;

    private static final String WAITING =
            "select c.id, c.case_reference, c.advice_type, k.adviser, k.received_on, k.due_on "
                    + SEEN
                    + " and k.met_on is null and k.due_on >= :today order by k.due_on, c.id limit"
                    + " :limit";

    private final JdbcClient database;
    private final Parties parties;

    Timeliness(JdbcClient database, Parties parties) {
        this.database = database;
        this.parties = parties;
    }

    /// How many requests of one kind to one body fell due in a month, and how they went.
    ///
    /// @param late answered after the day, or not at all by today
    /// @param excused of the late ones, those for which an exception was accepted
    /// @param waiting not answered, and not due before today
    public record Tally(
            YearMonth month,
            String adviceType,
            OrganisationCode adviser,
            long onTime,
            long late,
            long excused,
            long waiting) {}

    /// A request that can still be answered in time.
    ///
    /// @param caseReference absent where it belongs to no open case
    public record Waiting(
            ConversationId conversation,
            @Nullable CaseReference caseReference,
            String adviceType,
            OrganisationCode adviser,
            LocalDate receivedOn,
            LocalDate dueOn) {}

    /// @param until the first month that no longer counts
    public List<Tally> tallies(
            OrganisationCode viewer, YearMonth from, YearMonth until, LocalDate today) {
        return database.sql(TALLIES)
                .param("parties", parties.of(viewer))
                .param("from", from.atDay(1))
                .param("until", until.atDay(1))
                .param("today", today)
                .query((row, n) -> tally(row))
                .list();
    }

    /// The first due first.
    public List<Waiting> waiting(OrganisationCode viewer, LocalDate today, int limit) {
        return database.sql(WAITING)
                .param("parties", parties.of(viewer))
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> waiting(row))
                .list();
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("advice_type"),
                new OrganisationCode(row.getString("adviser")),
                row.getLong("on_time"),
                row.getLong("late"),
                row.getLong("excused"),
                row.getLong("waiting"));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        String reference = row.getString("case_reference");
        return new Waiting(
                new ConversationId(row.getObject("id", UUID.class)),
                reference == null ? null : new CaseReference(reference),
                row.getString("advice_type"),
                new OrganisationCode(row.getString("adviser")),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class));
    }
}
