package org.ehcexchange.ledger.watch;

import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.ledger.DemoClock;
import org.ehcexchange.ledger.advice.ReminderSettings;
import org.ehcexchange.ledger.advice.Reminders;
import org.ehcexchange.ledger.casesleft.CasesLeft;
import org.ehcexchange.ledger.casesleft.OpenRequestsSettled;
import org.ehcexchange.ledger.held.Held;
import org.ehcexchange.ledger.transfer.PlansInHand;
import org.ehcexchange.ledger.transfer.TransferDay;
import org.ehcexchange.rounds.Rounds;
import org.ehcexchange.timekeeping.DailyTick;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.time.Duration;
import java.time.InstantSource;

/// Looks at running clocks and at what else must be done by itself: at start, regularly, as each
/// day begins, and at once when a case was left or the demo's clock was moved. Clocks turn before
/// anybody is reminded of them.
@Component
class Watch extends Rounds {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final DailyTick tick;
    private final Reminders reminders;
    private final TransferDay transfers;
    private final OpenRequestsSettled requests;
    private final PlansInHand inHand;
    private final ReminderSettings settings;
    private final InstantSource clock;

    Watch(
            DailyTick tick,
            Reminders reminders,
            TransferDay transfers,
            OpenRequestsSettled requests,
            PlansInHand inHand,
            ReminderSettings settings,
            InstantSource clock) {
        super("watch");
        this.tick = tick;
        this.reminders = reminders;
        this.transfers = transfers;
        this.requests = requests;
        this.inHand = inHand;
        this.settings = settings;
        this.clock = clock;
    }

    /// Turns the clocks before the one who moved time has its answer.
    @EventListener
    void on(DemoClock.TimeMoved time) {
        tick.turn(LondonDay.of(time.to()));
        transfers.leave(time.to());
        wake();
    }

    @EventListener
    void on(CasesLeft.CaseLeft left) {
        wake();
    }

    /// The other exchange may have to be told.
    @EventListener
    void on(Held.Decided decided) {
        wake();
    }

    @Override
    protected Duration look() {
        boolean more = doAll() >= settings.batch();
        return more ? Duration.ZERO : LondonDay.atMost(settings.look(), clock.instant());
    }

    private int doAll() {
        try {
            tick.turn(LondonDay.of(clock.instant()));
            transfers.leave(clock.instant());
            requests.settle();
            inHand.sayAll();
            return reminders.sendDue();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Clocks and reminders wait: the database cannot be reached");
            return 0;
        } catch (IllegalStateException e) {
            // One thing that cannot be done must not end all that is done by itself.
            log.error("Something that is done by itself failed; the next look tries again", e);
            return 0;
        }
    }
}
