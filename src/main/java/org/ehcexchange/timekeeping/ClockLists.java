package org.ehcexchange.timekeeping;

import com.fasterxml.jackson.databind.JsonNode;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.ClockState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The clocks a body may see: an authority those of its own cases, another body those it owes; and
/// those of the closed bodies that it took over from.
///
/// Somebody else's and an absent one are both empty.
@Component
public class ClockLists {

    private static final String IS_CALLER = " = any(string_to_array(:callers, ','))";

    static final String OF_CALLER =
            "select * from ("
                    + ClockWalk.along("authority", "callers", "true")
                    + " union all "
                    + ClockWalk.along("owed_by", "callers", "not k.authority" + IS_CALLER)
                    + ") found order by due_on, id limit :limit";

    static final String OF_BODY =
            "select * from "
                    + ClockWalk.along(
                            "owed_by",
                            "bodies",
                            "(k.authority" + IS_CALLER + " or k.owed_by" + IS_CALLER + ")")
                    + " found order by due_on, id limit :limit";

    private static final String ONE =
            "select * from running_clock where id = :id and (authority"
                    + IS_CALLER
                    + " or owed_by"
                    + IS_CALLER
                    + ")";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient database;
    private final ClockReading reading;
    private final Workings workings;
    private final StandsFor standing;

    ClockLists(JdbcClient database, ClockReading reading, Workings workings, StandsFor standing) {
        this.database = database;
        this.reading = reading;
        this.workings = workings;
        this.standing = standing;
    }

    /// What to look for; absent fields do not narrow.
    ///
    /// @param body who owes it
    /// @param after the clock a page before ended with
    public record Query(
            @Nullable ClockState state,
            @Nullable OrganisationCode body,
            @Nullable String rule,
            @Nullable UUID after,
            int limit) {}

    /// @param next what to give as `after` for the next page; absent on the last
    public record Page(List<RunningClock> clocks, @Nullable UUID next) {
        public Page {
            clocks = List.copyOf(clocks);
        }
    }

    /// The first due first, at most `query.limit()` of them.
    public Page page(OrganisationCode caller, Query query) {
        UUID after = query.after();
        if (after == null) {
            return page(caller, query, LocalDate.MIN);
        }
        return find(caller, after)
                .map(last -> page(caller, query, last.term().dueOn()))
                .orElseGet(() -> new Page(List.of(), null));
    }

    private Page page(OrganisationCode caller, Query query, LocalDate from) {
        List<RunningClock> found = ask(caller, query, from);
        boolean more = found.size() > query.limit();
        List<RunningClock> page = more ? found.subList(0, query.limit()) : found;
        return new Page(page, more ? page.getLast().id() : null);
    }

    private List<RunningClock> ask(OrganisationCode caller, Query query, LocalDate from) {
        OrganisationCode body = query.body();
        JdbcClient.StatementSpec sql =
                body == null
                        ? database.sql(OF_CALLER)
                        : database.sql(OF_BODY).param("bodies", codes(body));
        return sql.param("callers", codes(caller))
                .param("states", states(query.state()))
                .param("rule", query.rule())
                .param("dueOn", from)
                .param("after", query.after() == null ? BEFORE_ALL : query.after())
                .param("limit", query.limit() + 1)
                .query(reading)
                .list();
    }

    private static String states(@Nullable ClockState wanted) {
        return wanted == null
                ? Arrays.stream(ClockState.values())
                        .map(ClockState::code)
                        .collect(Collectors.joining(","))
                : wanted.code();
    }

    private String codes(OrganisationCode body) {
        return standing.codes(body).stream()
                .map(OrganisationCode::value)
                .collect(Collectors.joining(","));
    }

    public Optional<RunningClock> find(OrganisationCode caller, UUID id) {
        return database.sql(ONE)
                .param("id", id)
                .param("callers", codes(caller))
                .query(reading)
                .optional();
    }

    /// How a clock's dates were worked out, as it was explained when it was started.
    public JsonNode working(RunningClock clock) {
        return workings.find(clock.workingId());
    }
}
