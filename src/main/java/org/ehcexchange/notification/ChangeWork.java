package org.ehcexchange.notification;

import org.ehcexchange.canonical.ConversationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes a change of commissioner as far as it goes without a person.
@Component
class ChangeWork {

    private static final Logger log = LoggerFactory.getLogger(ChangeWork.class);

    private static final int BATCH = 100;

    private final ChangeRows rows;
    private final Preparing preparing;
    private final Sending sending;

    ChangeWork(ChangeRows rows, Preparing preparing, Sending sending) {
        this.rows = rows;
        this.preparing = preparing;
        this.sending = sending;
    }

    /// What was heard, what could not be resolved, and what was approved and not sent because the
    /// exchange stopped in between.
    void doAll() {
        rows.atWork(BATCH).forEach(this::tryNow);
    }

    /// One that cannot be done must not keep the others from being done.
    private void tryNow(ConversationId id) {
        try {
            doNow(id);
        } catch (IllegalStateException e) {
            log.error("Change of commissioner {} failed; the next look tries again", id, e);
        }
    }

    void doNow(ConversationId id) {
        preparing.prepare(id);
        sending.send(id);
    }
}
