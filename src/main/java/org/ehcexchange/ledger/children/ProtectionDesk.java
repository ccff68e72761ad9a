package org.ehcexchange.ledger.children;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.succession.Parties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/// Sets and lifts the mark on record, with the reason in the audit.
@Component
class ProtectionDesk implements Protection {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Parties parties;
    private final Audit audit;
    private final InstantSource clock;

    ProtectionDesk(
            JdbcClient database,
            TransactionTemplate transaction,
            Parties parties,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.parties = parties;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Deciding decide(ConversationId conversation, Decision decision) {
        return Objects.requireNonNull(
                transaction.execute(status -> settle(conversation, decision)));
    }

    private Deciding settle(ConversationId conversation, Decision decision) {
        if (mark(conversation, decision)) {
            note(conversation, decision);
            return new Deciding.Done(marked(conversation, decision));
        }
        return exists(conversation, decision)
                ? new Deciding.NotPossible(
                        "There is no child on record yet: the request is held or was refused.")
                : new Deciding.NotFound();
    }

    private boolean mark(ConversationId conversation, Decision decision) {
        return database.sql(
                                """
                                update child c set protected = :protected from conversation v
                                where v.id = :id and v.authority in (:by) and c.id = v.child_id
                                """)
                        .param("protected", decision.protectedChild())
                        .param("id", conversation.value())
                        .param("by", parties.of(decision.by()))
                        .update()
                == 1;
    }

    private boolean exists(ConversationId conversation, Decision decision) {
        return database.sql(
                        "select exists (select 1 from conversation where id = :id and authority in"
                                + " (:by))")
                .param("id", conversation.value())
                .param("by", parties.of(decision.by()))
                .query(Boolean.class)
                .single();
    }

    private void note(ConversationId conversation, Decision decision) {
        audit.add(
                new Audit.Act(
                        decision.by().value(),
                        decision.protectedChild() ? "protected" : "protection-lifted",
                        null,
                        conversation,
                        Map.of("reason", decision.reason())));
    }

    private Marked marked(ConversationId conversation, Decision decision) {
        Instant now = clock.instant();
        return new Marked(conversation, decision.protectedChild(), now);
    }
}
