package org.ehcexchange.notice;

import org.ehcexchange.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Looks for what to tell, gathers it and sends it, again and again; while the mail server is away,
/// sending waits, longer each time, and looking goes on.
@Component
@NoticesOn
class NoticeWatch extends Rounds {

    private static final Logger log = LoggerFactory.getLogger(NoticeWatch.class);

    private final RecordReading reading;
    private final Gathering gathering;
    private final Postbox postbox;
    private final MailRows mails;
    private final TransactionTemplate transaction;
    private final NoticeSettings settings;
    private final InstantSource clock;
    private int failures;
    private Instant sendFrom = Instant.MIN;

    NoticeWatch(
            RecordReading reading,
            Gathering gathering,
            Postbox postbox,
            MailRows mails,
            TransactionTemplate transaction,
            NoticeSettings settings,
            InstantSource clock) {
        super("notices");
        this.reading = reading;
        this.gathering = gathering;
        this.postbox = postbox;
        this.mails = mails;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected Duration look() {
        tell();
        return settings.look();
    }

    private void tell() {
        try {
            transaction.executeWithoutResult(status -> gather());
            sendInTime();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Notices wait: the database cannot be reached");
        } catch (IllegalStateException e) {
            // One thing that cannot be told must not end all that is.
            log.error("Notices failed; the next look tries again", e);
        }
    }

    /// Under the lock of the place in the record, so that two instances gather nothing twice.
    private void gather() {
        if (reading.read()) {
            gathering.gather();
            mails.forget(clock.instant());
        }
    }

    private void sendInTime() {
        if (!clock.instant().isBefore(sendFrom)) {
            if (postbox.send()) {
                there();
            } else {
                away();
            }
        }
    }

    private void there() {
        if (failures > 0) {
            log.info("The mail server is back");
        }
        failures = 0;
    }

    private void away() {
        if (failures == 0) {
            log.warn("The mail server cannot be reached, or does not let the exchange in");
        }
        failures++;
        sendFrom = clock.instant().plus(settings.waitAfter(failures));
    }
}
