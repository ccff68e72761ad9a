package org.ehcexchange.ledger;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// The demo's clock: the machine's, moved forward by as much as someone asked; it never goes back.
///
/// How far is kept in the ledger, so that a restart does not turn back time.
@Component
@Profile("demo")
public class DemoClock implements InstantSource {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final AtomicLong aheadSeconds;

    DemoClock(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
        this.aheadSeconds =
                new AtomicLong(
                        database.sql("select coalesce(max(ahead_seconds), 0) from demo_clock")
                                .query(Long.class)
                                .single());
    }

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plusSeconds(aheadSeconds.get());
    }

    /// Moves time forward and lets everything that was due in between happen.
    ///
    /// @param by positive, at most 400 days at once
    /// @return the new time
    public Instant advance(Duration by) {
        if (by.isNegative() || by.isZero() || by.compareTo(Duration.ofDays(400)) > 0) {
            throw new IllegalArgumentException(
                    "Time moves forward only, by at most 400 days at once");
        }
        long ahead = aheadSeconds.addAndGet(by.toSeconds());
        database.sql(
                        """
                        insert into demo_clock (ahead_seconds) values (:ahead)
                        on conflict (only_row) do update set ahead_seconds = :ahead
                        """)
                .param("ahead", ahead)
                .update();
        events.publishEvent(new TimeMoved(instant()));
        return instant();
    }

    /// The clock jumped.
    public record TimeMoved(Instant to) {}
}
