package org.ehcexchange.ledger;

import org.ehcexchange.directory.Current;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
            with noted as (
              insert into takeover (closed, successor, noted_at) values (:closed, :successor, :now)
              on conflict do nothing returning closed),
            shown as (
              update conversation c set changed_at = :now from noted
              where (c.adviser = noted.closed or c.authority = noted.closed)
                and c.state in ('requested', 'acknowledged', 'late',
                  'held-for-the-day', 'sent', 'received', 'queried')
              returning c.id)
            insert into audit (at, actor, act, conversation_id, detail)
            select :now, 'exchange', 'redirected', shown.id, cast(:detail as jsonb) from shown
            """;

    private final JdbcClient database;
    private final Audit audit;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    Takeovers(JdbcClient database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /// The same again changes nothing.
    public void note(Current.Succeeded succession, Instant now) {
        String closed = succession.through().getFirst().code().value();
        String successor = succession.organisation().code().value();
        if (noted.contains(closed + " " + successor)) {
            return;
        }
        database.sql(NOTE)
                .param("closed", closed)
                .param("successor", successor)
                .param("now", Rows.time(now))
                .param("detail", audit.redirection(succession))
                .update();
        noted.add(closed + " " + successor);
    }
}
