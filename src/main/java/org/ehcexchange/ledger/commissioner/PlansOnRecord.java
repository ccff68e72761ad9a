package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Plan;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.succession.Parties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// The plans that messages brought, as they were sent last.
@Component
public class PlansOnRecord {

    private static final String SENT_LAST =
            """
            select m.canonical, v.id, v.child_id, v.state in ('declined', 'recalled', 'kept') as let_go
            from conversation v
              join message m on m.message_id = v.request_id and m.sender = v.authority
            where v.id = :id and m.state = 'accepted' and m.type in ('plan-copy', 'plan-transfer')
              and v.child_id is not null
            """;

    /// Whose a plan is, or who was told of it, may name it; a copy that lacks a section tells too
    /// little.
    private static final String LATEST =
            """
            select m.canonical, v.id, v.child_id, v.state in ('declined', 'recalled', 'kept') as let_go
            from message m join conversation v on v.id = m.conversation_id
            where m.type in ('plan-copy', 'plan-transfer') and m.state = 'accepted'
              and m.canonical::jsonb -> 'plan' ->> 'reference' = :plan
              and (m.sender in (:parties) or m.recipient in (:parties)) and v.child_id is not null
              and m.canonical::jsonb -> 'plan' -> 'sections' ?? 'C'
              and m.canonical::jsonb -> 'plan' -> 'sections' ?? 'G'
            order by m.seq desc limit 1
            """;

    private final JdbcClient database;
    private final Rows rows;
    private final Parties parties;

    PlansOnRecord(JdbcClient database, Rows rows, Parties parties) {
        this.database = database;
        this.rows = rows;
        this.parties = parties;
    }

    /// A plan and the message that brought it.
    ///
    /// @param child on record
    /// @param letGo whether a plan that was to move does not move after all
    public record Found(
            EhcMessage message, ConversationId conversation, long child, boolean letGo) {

        public Plan plan() {
            return switch (message) {
                case PlanTransfer transfer -> transfer.plan();
                case PlanCopy copy -> copy.plan();
                default -> throw new IllegalStateException(message + " brings no plan");
            };
        }

        /// Whose the plan is once the message has done what it is for.
        public OrganisationCode authority() {
            return message instanceof PlanTransfer transfer && !letGo
                    ? transfer.envelope().to()
                    : message.envelope().from();
        }
    }

    /// The plan of a conversation about one; empty while nobody knows whose child it is about.
    public Optional<Found> in(ConversationId conversation) {
        return database.sql(SENT_LAST)
                .param("id", conversation.value())
                .query((row, n) -> found(row))
                .optional();
    }

    /// The last that an organisation sent or was sent of a plan, with its sections C and G.
    public Optional<Found> latest(OrganisationCode caller, String plan) {
        return database.sql(LATEST)
                .param("plan", plan)
                .param("parties", parties.of(caller))
                .query((row, n) -> found(row))
                .optional();
    }

    private Found found(ResultSet row) throws SQLException {
        return new Found(
                rows.message(row.getString(1)),
                new ConversationId(row.getObject(2, UUID.class)),
                row.getLong(3),
                row.getBoolean(4));
    }
}
