package org.ehcexchange.ledger.transfer;

import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.conversation.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Map;

/// Ends the wait of a plan for a person to say which child it is about, because the old authority
/// took it back.
@Component
class HeldPlans {

    private static final String TAKE_BACK =
            """
            update message set state = :state
            where conversation_id = :conversation and message_id = :message and state = 'held'
            """;

    private static final Map<String, String> WHY =
            Map.of("reason", "before a person said which child it is about");

    private final JdbcClient database;
    private final Audit audit;

    HeldPlans(JdbcClient database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /// Without effect where it is not held.
    ///
    /// @param open locked
    void takeBack(TransferRows.Open open) {
        int held =
                database.sql(TAKE_BACK)
                        .param("state", Standing.TAKEN_BACK.code())
                        .param("conversation", open.id().value())
                        .param("message", open.message().value())
                        .update();
        if (held > 0) {
            audit.add(
                    new Audit.Act(
                            open.old().value(),
                            Standing.TAKEN_BACK.code(),
                            open.message(),
                            open.id(),
                            WHY));
        }
    }
}
