package org.ehcexchange.ledger;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.clock.LondonDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// Reminds advisers in the authority's name on the reminder days of a running clock.
///
/// A reminder's id follows from its conversation and number, so that a second instance, or a look
/// that was cut short, makes the same reminder and not another one. After a pause of weeks only the
/// latest reminder that is due is sent.
@Component
class Reminders {

    private static final Logger log = LoggerFactory.getLogger(Reminders.class);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final String DUE =
            """
            select v.id, r.canonical, v.due_on, case when :today >= v.second_reminder_on then 2 else 1 end as number
            from conversation v join message r on r.message_id = v.request_id and r.sender = v.authority
            where v.met_on is null and v.due_on is not null and v.state in ('requested', 'acknowledged', 'late')
              and ((:today >= v.second_reminder_on and v.reminders_sent < 2)
                or (:today >= v.first_reminder_on and v.reminders_sent < 1))
            order by v.due_on limit :batch
            """;

    private final JdbcClient database;
    private final Acceptance acceptance;
    private final Rows rows;
    private final InstantSource clock;
    private final ReminderSettings settings;

    Reminders(
            JdbcClient database,
            Acceptance acceptance,
            Rows rows,
            InstantSource clock,
            ReminderSettings settings) {
        this.database = database;
        this.acceptance = acceptance;
        this.rows = rows;
        this.clock = clock;
        this.settings = settings;
    }

    private record Due(UUID conversation, AdviceRequest request, LocalDate dueOn, int number) {}

    /// Sends what is due.
    ///
    /// @return how many; as many as the batch means there may be more
    int sendDue() {
        Instant now = clock.instant();
        List<Due> due =
                database.sql(DUE)
                        .param("today", LondonDay.of(now))
                        .param("batch", settings.batch())
                        .query(
                                (row, n) ->
                                        new Due(
                                                row.getObject("id", UUID.class),
                                                (AdviceRequest)
                                                        rows.message(row.getString("canonical")),
                                                row.getObject("due_on", LocalDate.class),
                                                row.getInt("number")))
                        .list();
        due.forEach(each -> send(each, now));
        return due.size();
    }

    private void send(Due due, Instant now) {
        AdviceReminder reminder = reminder(due, now);
        Arrival arrival =
                new Arrival(
                        reminder.envelope().from(),
                        "exchange",
                        "application/json",
                        rows.canonical(reminder).getBytes(StandardCharsets.UTF_8),
                        now);
        switch (acceptance.accept(arrival.read(reminder))) {
            case Outcome.Accepted accepted -> sent(due);
            case Outcome.AlreadyAccepted already -> sent(due);
            case Outcome.NotAccepted not when not.fault() == Arrival.Fault.CONFLICT -> sent(due);
            case Outcome.NotAccepted not -> {
                log.warn(
                        "Reminder {} of conversation {} was not accepted: {}",
                        due.number(),
                        due.conversation(),
                        not.violations());
                sent(due);
            }
        }
    }

    private void sent(Due due) {
        database.sql(
                        "update conversation set reminders_sent = greatest(reminders_sent, :number)"
                                + " where id = :id")
                .param("number", due.number())
                .param("id", due.conversation())
                .update();
    }

    private static AdviceReminder reminder(Due due, Instant now) {
        Envelope request = due.request().envelope();
        UUID id =
                UuidCreator.getNameBasedSha1(due.conversation(), "advice-reminder-" + due.number());
        return new AdviceReminder(
                new Envelope(
                        new MessageId(id),
                        request.conversationId(),
                        request.messageId(),
                        request.from(),
                        request.to(),
                        now.atZone(LONDON).toOffsetDateTime(),
                        request.ground(),
                        request.child(),
                        List.of()),
                "Advice for case %s is due on %s."
                        .formatted(due.request().caseReference(), due.dueOn()));
    }
}
