package org.ehcexchange.timekeeping;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.Bound;
import org.ehcexchange.clock.ClockState;
import org.ehcexchange.clock.Course;
import org.ehcexchange.clock.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Reads a row of `running_clock`.
@Component
class ClockReading implements RowMapper<RunningClock> {

    private final Json json;

    ClockReading(Json json) {
        this.json = json;
    }

    @Override
    public RunningClock mapRow(ResultSet row, int number) throws SQLException {
        String owedTo = row.getString("owed_to");
        return new RunningClock(
                row.getObject("id", UUID.class),
                subject(row),
                row.getString("rule"),
                row.getInt("version"),
                row.getString("provision"),
                row.getObject("working_id", UUID.class),
                new OrganisationCode(row.getString("owed_by")),
                owedTo == null ? null : new OrganisationCode(owedTo),
                new Course(term(row), day(row, "met_on"), excused(row), day(row, "stopped_on")),
                List.of(json.read(row.getString("excuses"), GivenExcuse[].class)),
                code(ClockState.class, row.getString("state")),
                row.getObject("since", LocalDate.class));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        OrganisationCode authority = new OrganisationCode(row.getString("authority"));
        String reference = row.getString("case_reference");
        UUID conversation = row.getObject("conversation_id", UUID.class);
        return conversation == null
                ? new Subject.Case(authority, new CaseReference(reference))
                : new Subject.Conversation(
                        new ConversationId(conversation),
                        authority,
                        reference == null ? null : new CaseReference(reference));
    }

    private static Term term(ResultSet row) throws SQLException {
        return new Term(
                code(Bound.class, row.getString("bound")),
                row.getObject("started_on", LocalDate.class),
                row.getObject("due_soon_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class));
    }

    private static Course.@Nullable Excused excused(ResultSet row) throws SQLException {
        LocalDate since = day(row, "excused_since");
        return since == null
                ? null
                : new Course.Excused(since, row.getObject("excused_until", LocalDate.class));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static <E extends Enum<E> & Code> E code(Class<E> type, String word) {
        return Code.find(type, word)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "The clocks hold a "
                                                + type.getSimpleName()
                                                + " called "
                                                + word));
    }
}
