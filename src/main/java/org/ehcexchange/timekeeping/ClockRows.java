package org.ehcexchange.timekeeping;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.clock.Course;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;

/// The running clocks: one row each, started once, and changed only under its lock.
@Component
class ClockRows {

    private static final String ADD =
            """
            insert into running_clock (conversation_id, authority, case_reference, rule, version,
              working_id, provision, owed_by, owed_to, bound, started_on, due_soon_on, due_on,
              reminders, state, since, turns_on, advice_type)
            select conversation_id, authority, case_reference, rule, version,
              working_id, provision, owed_by, owed_to, bound, started_on, due_soon_on, due_on,
              reminders, state, since, turns_on,
              (select advice_type from conversation where id = conversation_id and rule = 'advice-return')
            from json_to_recordset(cast(:clocks as json)) as c(conversation_id uuid, authority text,
              case_reference text, rule text, version int, working_id uuid, provision text,
              owed_by text, owed_to text, bound text, started_on date, due_soon_on date, due_on date,
              reminders date[], state text, since date, turns_on date)
            order by rule on conflict do nothing returning *
            """;

    private static final String OF_CONVERSATION =
            "select * from running_clock where conversation_id = :conversation";

    /// What the authority owes in the case, that which began with a plan's transfer included.
    private static final String OF_CASE =
            """
            select * from running_clock where (conversation_id is null or owed_by = authority)
              and authority = :authority and case_reference = :caseReference
            """;

    private static final String IN_ORDER = " order by due_on, rule";

    private static final String SAVE =
            """
            update running_clock set met_on = :metOn, stopped_on = :stoppedOn,
              excused_by = :excusedBy, excused_since = :excusedSince, excused_until = :excusedUntil,
              excuses = cast(:excuses as jsonb), state = :state, since = :since, turns_on = :turnsOn
            where id = :id
            """;

    private final JdbcClient database;
    private final ClockReading reading;
    private final Json json;

    ClockRows(JdbcClient database, ClockReading reading, Json json) {
        this.database = database;
        this.reading = reading;
        this.json = json;
    }

    /// Adds those whose subject has no such clock yet, and answers them: of a conversation one of
    /// each rule, of a case one of each rule and due day, because reviews come round again.
    List<RunningClock> add(List<NewClock> clocks) {
        return database.sql(ADD).param("clocks", json.write(clocks)).query(reading).list();
    }

    List<RunningClock> of(Subject subject) {
        return ask(subject, IN_ORDER).query(reading).list();
    }

    List<RunningClock> of(ConversationId conversation) {
        return ask(conversation, IN_ORDER).query(reading).list();
    }

    /// Locks those of one rule for the rest of the transaction, the first due first.
    List<RunningClock> lock(Subject subject, String rule) {
        return ask(subject, " and rule = :rule order by due_on for update")
                .param("rule", rule)
                .query(reading)
                .list();
    }

    private JdbcClient.StatementSpec ask(Subject subject, String tail) {
        return switch (subject) {
            case Subject.Conversation conversation -> ask(conversation.id(), tail);
            case Subject.Case whole ->
                    database.sql(OF_CASE + tail)
                            .param("authority", whole.authority().value())
                            .param("caseReference", whole.caseReference().value());
        };
    }

    private JdbcClient.StatementSpec ask(ConversationId conversation, String tail) {
        return database.sql(OF_CONVERSATION + tail).param("conversation", conversation.value());
    }

    /// Writes what happened to one, and how it stands because of it.
    void save(RunningClock clock, Stand stand) {
        Course course = clock.course();
        Course.Excused excused = course.excused();
        database.sql(SAVE)
                .param("metOn", course.metOn())
                .param("stoppedOn", course.stoppedOn())
                .param("excusedBy", excused == null ? null : clock.excusedBy())
                .param("excusedSince", excused == null ? null : excused.since())
                .param("excusedUntil", excused == null ? null : excused.until())
                .param("excuses", json.write(clock.excuses()))
                .param("state", stand.state().code())
                .param("since", stand.since())
                .param("turnsOn", stand.turnsOn())
                .param("id", clock.id())
                .update();
    }
}
