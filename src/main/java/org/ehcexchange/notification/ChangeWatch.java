package org.ehcexchange.notification;

import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.DirectoryChanged;
import org.ehcexchange.ledger.DemoClock;
import org.ehcexchange.rounds.Rounds;
import org.ehcexchange.timekeeping.ClockTurned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

import java.time.Duration;
import java.time.InstantSource;

/// Keeps changes of commissioner moving: at once when a plan was recorded, at start for what was
/// left behind, and regularly.
@Component
class ChangeWatch extends Rounds {

    private static final Logger log = LoggerFactory.getLogger(ChangeWatch.class);

    private final ChangeWork work;
    private final ChangeReminders reminders;
    private final NotificationSettings settings;
    private final InstantSource clock;

    ChangeWatch(
            ChangeWork work,
            ChangeReminders reminders,
            NotificationSettings settings,
            InstantSource clock) {
        super("changes");
        this.work = work;
        this.reminders = reminders;
        this.settings = settings;
        this.clock = clock;
    }

    /// Only once the plan is committed.
    @TransactionalEventListener
    void on(ClockTurned turned) {
        if (Hearing.isOfAPlan(turned)) {
            wake();
        }
    }

    /// Reminds before the one who moved time has its answer.
    @EventListener
    void on(DemoClock.TimeMoved time) {
        reminders.remind();
    }

    /// A directory put right may say who the commissioners are.
    @EventListener
    void on(DirectoryChanged directory) {
        wake();
    }

    @Override
    protected Duration look() {
        doAll();
        return LondonDay.atMost(settings.look(), clock.instant());
    }

    private void doAll() {
        try {
            work.doAll();
            reminders.remind();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Changes of commissioner wait: the database cannot be reached");
        }
    }
}
