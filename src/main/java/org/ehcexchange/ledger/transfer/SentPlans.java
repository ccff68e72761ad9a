package org.ehcexchange.ledger.transfer;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OpenRequests;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Plan;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.conversation.Entry;
import org.ehcexchange.ledger.conversation.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The plans that were sent, each as it was sent last: what [TransferRows] begins with.
@Component
class SentPlans {

    private static final String OPEN =
            """
            with opened as (
              insert into conversation (id, kind, authority, adviser, case_reference, child_id, state,
                revision, opened_at, changed_at, request_id)
              values (:id, 'plan-transfer', :old, :new, :plan, :child, :state, 1, :at, :at, :message)
              on conflict (id) do update set adviser = :new, case_reference = :plan, child_id = :child,
                state = :state, changed_at = :at, request_id = :message
              where conversation.state = 'refused' and conversation.authority = :old
                and conversation.kind = 'plan-transfer'
              returning id)
            insert into plan_transfer (conversation_id, old_authority, new_authority, plan_reference,
              message_id, sha256, send_on, moved_on, aware_on, made_or_reviewed_on, open_requests, over)
            select id, :old, :new, :plan, :message, :sha256, cast(:sendOn as date), :movedOn, :awareOn,
              :madeOrReviewedOn, :openRequests, :over from opened
            on conflict (conversation_id) do update set new_authority = :new, plan_reference = :plan,
              message_id = :message, sha256 = :sha256, send_on = :sendOn, moved_on = :movedOn,
              aware_on = :awareOn, made_or_reviewed_on = :madeOrReviewedOn,
              open_requests = :openRequests, over = :over
            """;

    private final JdbcClient database;

    SentPlans(JdbcClient database) {
        this.database = database;
    }

    /// Opens a transfer, or opens a refused one anew; false when its conversation is already open.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when another transaction just sent the
    ///     same plan elsewhere
    boolean open(PlanTransfer transfer, Entry entry, String sha256, @Nullable Long child) {
        return describe(OPEN, transfer, sha256)
                        .param("old", entry.envelope().from().value())
                        .param("new", entry.envelope().to().value())
                        .param("child", child)
                        .param("state", entry.state().code())
                        .param("at", Rows.time(entry.at()))
                        .param("over", entry.standing() == Standing.REFUSED)
                        .update()
                == 1;
    }

    /// The plan was sent anew, in answer to a question.
    void sentAnew(PlanTransfer transfer, String sha256) {
        describe(
                        """
                        update plan_transfer set message_id = :message, sha256 = :sha256,
                          moved_on = :movedOn, aware_on = :awareOn, send_on = :sendOn,
                          made_or_reviewed_on = :madeOrReviewedOn, open_requests = :openRequests
                        where conversation_id = :id and plan_reference = :plan
                        """,
                        transfer,
                        sha256)
                .update();
    }

    private JdbcClient.StatementSpec describe(String sql, PlanTransfer transfer, String sha256) {
        Envelope envelope = transfer.envelope();
        Plan plan = transfer.plan();
        OpenRequests open = transfer.openRequests();
        return database.sql(sql)
                .param("id", envelope.conversationId().value())
                .param("plan", plan.reference())
                .param("message", envelope.messageId().value())
                .param("sha256", sha256)
                .param("sendOn", transfer.sendOn())
                .param("movedOn", transfer.movedOn())
                .param("awareOn", transfer.awareOn())
                .param(
                        "madeOrReviewedOn",
                        plan.lastReviewedOn() == null ? plan.madeOn() : plan.lastReviewedOn())
                .param("openRequests", (open == null ? OpenRequests.WITHDRAW : open).code());
    }

    /// In which conversations this authority's plan was sent before, and did not go.
    List<ConversationId> letGo(PlanTransfer transfer) {
        return database.sql(
                        """
                        select conversation_id from plan_transfer where old_authority = :old
                          and plan_reference = :plan and over and conversation_id <> :id
                        """)
                .param("old", transfer.envelope().from().value())
                .param("plan", transfer.plan().reference())
                .param("id", transfer.envelope().conversationId().value())
                .query((row, n) -> new ConversationId(row.getObject(1, UUID.class)))
                .list();
    }

    /// Where this authority's plan is moving or has moved to in another conversation; empty when it
    /// may still be sent.
    Optional<OrganisationCode> goesElsewhere(PlanTransfer transfer) {
        return database.sql(
                        """
                        select new_authority from plan_transfer where old_authority = :old
                          and plan_reference = :plan and not over and conversation_id <> :id
                        """)
                .param("old", transfer.envelope().from().value())
                .param("plan", transfer.plan().reference())
                .param("id", transfer.envelope().conversationId().value())
                .query(String.class)
                .optional()
                .map(OrganisationCode::new);
    }
}
