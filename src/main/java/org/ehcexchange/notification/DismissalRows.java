package org.ehcexchange.notification;

import org.ehcexchange.canonical.ConversationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the record says for or against a reason to dismiss a notification.
@Component
class DismissalRows {

    private final JdbcClient database;

    DismissalRows(JdbcClient database) {
        this.database = database;
    }

    /// Whether a plan that moved was accepted where it went.
    boolean isAccepted(ConversationId plan) {
        return database.sql(
                        """
                        select exists (select 1 from conversation where id = :id
                          and kind = 'plan-transfer' and state = 'accepted')
                        """)
                .param("id", plan.value())
                .query(Boolean.class)
                .single();
    }

    /// Whether another notification of the child by the same commissioner waits or was sent.
    boolean anotherStands(Change change) {
        return database.sql(
                        """
                        select exists (select 1 from commissioner_change one
                          join commissioner_change other on other.child_id = one.child_id
                            and other.old_commissioner = one.old_commissioner and other.id <> one.id
                          where one.id = :id and other.state in ('waiting', 'approved', 'sent'))
                        """)
                .param("id", change.id().value())
                .query(Boolean.class)
                .single();
    }
}
