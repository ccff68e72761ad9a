package org.ehcexchange.ledger.advice;

import com.github.f4b6a3.uuid.UuidCreator;

import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.AdviceClock;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.conversation.SaidForOthers;
import org.ehcexchange.ledger.succession.Parties;
import org.ehcexchange.timekeeping.ReminderDays;
import org.ehcexchange.timekeeping.ReminderDays.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reminds advisers in the authority's name on the reminder days of a running clock.
///
/// A reminder's id follows from its conversation and number, so that a second instance, or a look
/// that was cut short, makes the same reminder and not another one. After a pause of weeks only the
/// latest reminder that is due is sent.
@Component
public class Reminders {

    private static final Logger log = LoggerFactory.getLogger(Reminders.class);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final String REQUEST =
            """
            select r.canonical from conversation v
              join message r on r.message_id = v.request_id and r.sender = v.authority
            where v.id = :id
            """;

    private final JdbcClient database;
    private final ReminderDays days;
    private final Parties parties;
    private final SaidForOthers others;
    private final Audit audit;
    private final Rows rows;
    private final InstantSource clock;
    private final ReminderSettings settings;

    Reminders(
            JdbcClient database,
            ReminderDays days,
            Parties parties,
            SaidForOthers others,
            Audit audit,
            Rows rows,
            InstantSource clock,
            ReminderSettings settings) {
        this.database = database;
        this.days = days;
        this.parties = parties;
        this.others = others;
        this.audit = audit;
        this.rows = rows;
        this.clock = clock;
        this.settings = settings;
    }

    /// Sends what is due.
    ///
    /// @return how many; as many as the batch means there may be more
    public int sendDue() {
        Instant now = clock.instant();
        List<Due> due = days.due(AdviceClock.RULE, LondonDay.of(now), settings.batch());
        due.forEach(each -> send(each, now));
        return due.size();
    }

    private AdviceRequest request(ConversationId conversation) {
        return (AdviceRequest)
                rows.message(
                        database.sql(REQUEST)
                                .param("id", conversation.value())
                                .query(String.class)
                                .single());
    }

    private void send(Due due, Instant now) {
        AdviceReminder reminder = reminder(due, request(due.conversation()), now);
        switch (others.say(reminder, now)) {
            case Outcome.Accepted accepted -> days.sent(due);
            case Outcome.AlreadyAccepted already -> days.sent(due);
            case Outcome.NotAccepted not when not.fault() == Arrival.Fault.CONFLICT ->
                    days.sent(due);
            case Outcome.NotAccepted not -> notSent(due, not.violations());
        }
    }

    /// There is nobody to remind, or not one alone: the conversation shows why, and a person must
    /// choose.
    private void notSent(Due due, List<Violation> why) {
        log.warn(
                "Reminder {} of conversation {} was not sent: {}",
                due.number(),
                due.conversation(),
                why);
        audit.add(
                new Audit.Act(
                        "exchange",
                        "reminder-not-sent",
                        null,
                        due.conversation(),
                        Map.of("reason", words(why))));
        days.sent(due);
    }

    private static String words(List<Violation> why) {
        return why.stream()
                .map(each -> each.problem() + ": " + each.remedy())
                .collect(Collectors.joining("; "));
    }

    /// In the name of the authority that is responsible today.
    private AdviceReminder reminder(Due due, AdviceRequest asked, Instant now) {
        Envelope request = asked.envelope();
        UUID id =
                UuidCreator.getNameBasedSha1(
                        due.conversation().value(), "advice-reminder-" + due.number());
        return new AdviceReminder(
                new Envelope(
                        new MessageId(id),
                        request.conversationId(),
                        request.messageId(),
                        parties.today(request.from().value()),
                        request.to(),
                        now.atZone(LONDON).toOffsetDateTime(),
                        request.ground(),
                        request.child(),
                        List.of()),
                "Advice for case %s is due on %s.".formatted(asked.caseReference(), due.dueOn()));
    }
}
