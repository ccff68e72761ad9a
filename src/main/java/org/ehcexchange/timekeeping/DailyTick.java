package org.ehcexchange.timekeeping;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// Turns the clocks whose state changed because days passed.
///
/// Each is turned to where it stands today, however many days nobody looked, and its state begins
/// on the legal day. Instances that look at once share the clocks between them: a clock that
/// another one has in hand is left to it.
@Component
public class DailyTick {

    private static final int BATCH = 500;

    private static final String TURNING =
            """
            select * from running_clock where turns_on <= :today
            order by turns_on limit :batch for update skip locked
            """;

    private static final String TURN =
            """
            update running_clock k set state = t.state, since = t.since, turns_on = t.turns_on
            from json_to_recordset(cast(:turns as json))
              as t(id uuid, state text, since date, turns_on date)
            where k.id = t.id
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ClockReading reading;
    private final Json json;
    private final ApplicationEventPublisher events;

    DailyTick(
            JdbcClient database,
            TransactionTemplate transaction,
            ClockReading reading,
            Json json,
            ApplicationEventPublisher events) {
        this.database = database;
        this.transaction = transaction;
        this.reading = reading;
        this.json = json;
        this.events = events;
    }

    /// @return how many clocks were turned
    public int turn(LocalDate today) {
        int turned = 0;
        int batch;
        do {
            batch = Objects.requireNonNull(transaction.execute(status -> turnSome(today)));
            turned += batch;
        } while (batch == BATCH);
        return turned;
    }

    private int turnSome(LocalDate today) {
        List<Turn> turns =
                database
                        .sql(TURNING)
                        .param("today", today)
                        .param("batch", BATCH)
                        .query(reading)
                        .list()
                        .stream()
                        .map(clock -> new Turn(clock, Stand.of(clock.course(), today)))
                        .toList();
        if (!turns.isEmpty()) {
            database.sql(TURN)
                    .param("turns", json.write(turns.stream().map(Turn::row).toList()))
                    .update();
            turns.forEach(turn -> events.publishEvent(turn.told()));
        }
        return turns.size();
    }

    private record Turn(RunningClock before, Stand stand) {

        NewStand row() {
            return NewStand.of(before.id(), stand);
        }

        ClockTurned told() {
            return new ClockTurned(before.state(), before.standing(stand));
        }
    }
}
