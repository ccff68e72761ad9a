package org.ehcexchange.timekeeping;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.Clocks;
import org.ehcexchange.clock.Excuse;
import org.ehcexchange.clock.Rules;
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
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/// The module's parts on a database of their own, and what they told.
final class ClockHouse {

    static final OrganisationCode COUNCIL = new OrganisationCode("LA:998");
    static final OrganisationCode TRUST = new OrganisationCode("ODS:RN1");
    static final String RULE = "advice-return";
    static final Rules RULES = Clocks.shipped();

    final List<ClockTurned> told = Collections.synchronizedList(new ArrayList<>());
    final DataSource source;
    final JdbcClient database;
    final TransactionTemplate transaction;
    final Timekeeper timekeeper;
    final DailyTick tick;
    final ReminderDays reminders;
    final ClockLists lists;
    final AssessmentClocks assessments;

    ClockHouse() {
        this(TestDatabase.fresh());
    }

    ClockHouse(DataSource source) {
        Json json = new Json(mapper());
        ClockReading reading = new ClockReading(json);
        ApplicationEventPublisher events = event -> told.add((ClockTurned) event);
        this.source = source;
        database = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        Workings workings = new Workings(database, json);
        ClockRows rows = new ClockRows(database, reading, json);
        timekeeper = new Timekeeper(transaction, rows, workings, RULES, events);
        tick = new DailyTick(database, transaction, reading, json, events);
        reminders = new ReminderDays(database);
        lists = new ClockLists(database, reading, workings, this::standsFor);
        assessments = new AssessmentClocks(RULES, timekeeper);
    }

    /// That one took over from the other.
    static final OrganisationCode MERGED = new OrganisationCode("LA:991");
    static final OrganisationCode CLOSED = new OrganisationCode("LA:990");

    private Set<OrganisationCode> standsFor(OrganisationCode body) {
        return body.equals(MERGED) ? Set.of(CLOSED, MERGED) : Set.of(body);
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

    /// Six weeks from a day.
    static Working sixWeeks(LocalDate from) {
        return (Working) RULES.work(RULE, Map.of("receivedOn", from));
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

    /// An appointment that was not kept, which excuses where it was in the time given.
    static Excuse missed(LocalDate on, LocalDate expectedBy) {
        return excuse("missed-appointment", on, expectedBy);
    }

    /// What no rule accepts.
    static Excuse waitingList(LocalDate from, LocalDate expectedBy) {
        return excuse("waiting-list", from, expectedBy);
    }

    private static Excuse excuse(String kind, LocalDate from, LocalDate expectedBy) {
        return new Excuse(
                kind,
                "An appointment was not kept",
                from,
                null,
                "Designated Health Officer",
                expectedBy,
                null);
    }
}
