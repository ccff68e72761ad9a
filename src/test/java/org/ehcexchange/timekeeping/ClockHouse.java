package org.ehcexchange.timekeeping;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.Bound;
import org.ehcexchange.clock.Limb;
import org.ehcexchange.clock.Working;
import org.ehcexchange.testing.TestDatabase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

/// The module's parts on a database of their own, and what they told.
final class ClockHouse {

    static final OrganisationCode COUNCIL = new OrganisationCode("LA:998");
    static final OrganisationCode TRUST = new OrganisationCode("ODS:RN1");
    static final String RULE = "advice-return";

    final List<ClockTurned> told = Collections.synchronizedList(new ArrayList<>());
    final JdbcClient database;
    final TransactionTemplate transaction;
    final Timekeeper timekeeper;
    final DailyTick tick;
    final ReminderDays reminders;
    final ClockLists lists;

    ClockHouse() {
        this(TestDatabase.fresh());
    }

    ClockHouse(DataSource source) {
        Json json = new Json(mapper());
        ClockReading reading = new ClockReading(json);
        ApplicationEventPublisher events = event -> told.add((ClockTurned) event);
        database = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        Workings workings = new Workings(database, json);
        ClockRows rows = new ClockRows(database, reading, json);
        timekeeper = new Timekeeper(transaction, rows, workings, events);
        tick = new DailyTick(database, transaction, reading, json, events);
        reminders = new ReminderDays(database);
        lists = new ClockLists(database, reading, workings);
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Subject.Conversation conversation() {
        return new Subject.Conversation(
                new ConversationId(UUID.randomUUID()), COUNCIL, new CaseReference("EHC-2026-0001"));
    }

    static Subject.Case wholeCase(String reference) {
        return new Subject.Case(COUNCIL, new CaseReference(reference));
    }

    /// Six weeks from a day, due soon and reminded as requests for advice are.
    static Working sixWeeks(LocalDate from) {
        LocalDate due = from.plusWeeks(6);
        return new Working(
                RULE,
                1,
                "no working days are counted",
                "SEND Regulations 2014, reg. 8(1)",
                "The body gives its advice.",
                "It has six weeks.",
                Map.of("receivedOn", from),
                Bound.DEADLINE,
                from,
                due.minusWeeks(1),
                due,
                List.of(due.minusWeeks(2), due.minusWeeks(1)),
                List.of(new Limb("6 weeks", due, true, List.of())));
    }

    /// Starts the clock of one request, on the day it was received.
    RunningClock start(Subject subject, LocalDate receivedOn) {
        return timekeeper
                .start(
                        List.of(new Start(subject, TRUST, COUNCIL, sixWeeks(receivedOn))),
                        receivedOn)
                .getFirst();
    }

    RunningClock find(Subject subject) {
        return timekeeper.find(subject, RULE);
    }

    static GivenExcuse accepted(LocalDate givenOn, LocalDate until) {
        return excuse(givenOn, until, List.of());
    }

    static GivenExcuse refused(LocalDate givenOn, LocalDate until) {
        return excuse(
                givenOn,
                until,
                List.of(new Violation("/exception/kind", "This excuses nothing.", "Advise.")));
    }

    private static GivenExcuse excuse(LocalDate givenOn, LocalDate until, List<Violation> reasons) {
        return new GivenExcuse(
                "missed-appointment",
                "An appointment was not kept",
                givenOn,
                null,
                "Designated Health Officer",
                givenOn,
                until,
                reasons);
    }
}
