package org.ehcexchange.ledger.succession;

import org.ehcexchange.directory.Current;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says in each open conversation of a closed body, once, who answers from now on.
///
/// Whoever polls for what changed is shown these conversations again, because the successor has
/// never seen them. The rows keep who took part: a directory put right later needs no repair here.
@Component
public class Takeovers {

    private static final String NOTE =
            """
            insert into takeover (closed, successor, noted_at) values (:closed, :successor, :now)
            on conflict do nothing
            """;

    /// A statement of its own: an update that waited for somebody else's looks at its row again,
    /// and could not look again at what an insert in the same statement returned.
    private static final String SHOW =
            """
            with shown as (
              update conversation set changed_at = :now
              where (adviser = :closed or authority = :closed)
                and state in ('requested', 'acknowledged', 'late',
                  'held-for-the-day', 'sent', 'received', 'queried')
              returning id)
            insert into audit (at, actor, act, conversation_id, detail)
            select :now, 'exchange', 'redirected', shown.id, cast(:detail as jsonb) from shown
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    Takeovers(JdbcClient database, TransactionTemplate transaction, Audit audit) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
    }

    /// The same again changes nothing.
    public void note(Current.Succeeded succession, Instant now) {
        String closed = succession.through().getFirst().code().value();
        String successor = succession.organisation().code().value();
        if (noted.contains(closed + " " + successor)) {
            return;
        }
        transaction.executeWithoutResult(
                status -> {
                    if (isNew(closed, successor, now)) {
                        show(closed, audit.redirection(succession), now);
                    }
                });
        noted.add(closed + " " + successor);
    }

    private boolean isNew(String closed, String successor, Instant now) {
        return database.sql(NOTE)
                        .param("closed", closed)
                        .param("successor", successor)
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    private void show(String closed, String detail, Instant now) {
        database.sql(SHOW)
                .param("closed", closed)
                .param("now", Rows.time(now))
                .param("detail", detail)
                .update();
    }
}
