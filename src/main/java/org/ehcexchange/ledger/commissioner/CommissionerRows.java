package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.conversation.ConversationKind;
import org.ehcexchange.ledger.conversation.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The conversations about a change of commissioner: the old one with the new, and the new one with
/// the authority.
@Component
class CommissionerRows {

    private static final String OPEN =
            """
            insert into conversation (id, kind, authority, adviser, case_reference, child_id, state,
              revision, opened_at, changed_at, request_id)
            values (:id, :kind, :authority, :adviser, :reference, :child, :state, :revision, :at, :at, :message)
            on conflict (id) do update set adviser = :adviser, child_id = coalesce(conversation.child_id, :child),
              state = :state, revision = :revision, changed_at = :at, request_id = :message
            where conversation.kind = :kind and conversation.authority = :authority
            """;

    /// Those of one child and one sender, with when each was sent; one that waits for approval was
    /// not sent.
    private static final String OTHERS =
            """
            select v.id, v.state, (m.canonical::jsonb ->> 'sentAt')::timestamptz as sent_at
            from conversation v left join message m on m.message_id = v.request_id and m.sender = v.authority
            where v.kind = 'commissioner-notification' and v.child_id = :child and v.authority in (:old)
              and v.id <> :id and v.state not in ('refused', 'rejected', 'held', 'dismissed')
            """;

    private final JdbcClient database;

    CommissionerRows(JdbcClient database) {
        this.database = database;
    }

    /// A conversation, before it is opened or as it goes on.
    ///
    /// @param authority who sees all of it: of a notification the old commissioner
    /// @param adviser who is on the other side
    /// @param reference the plan's; absent where nobody said
    /// @param child absent while nobody knows who it is
    record Opening(
            ConversationId id,
            ConversationKind kind,
            OrganisationCode authority,
            OrganisationCode adviser,
            @Nullable String reference,
            @Nullable Long child,
            UUID message) {

        static Opening of(Envelope envelope, @Nullable Long child) {
            return new Opening(
                    envelope.conversationId(),
                    ConversationKind.COMMISSIONER_NOTIFICATION,
                    envelope.from(),
                    envelope.to(),
                    null,
                    child,
                    envelope.messageId().value());
        }
    }

    /// Opens it, or takes it on with another body; who is to be asked whether it may is the table.
    void open(Opening opening, State state, int revision, OffsetDateTime at) {
        database.sql(OPEN)
                .param("id", opening.id().value())
                .param("kind", opening.kind().code())
                .param("authority", opening.authority().value())
                .param("adviser", opening.adviser().value())
                .param("reference", opening.reference())
                .param("child", opening.child())
                .param("state", state.code())
                .param("revision", revision)
                .param("at", at)
                .param("message", opening.message())
                .update();
    }

    /// @param sentAt absent while it waits for approval
    record Other(ConversationId id, State state, @Nullable OffsetDateTime sentAt) {

        boolean isAfter(OffsetDateTime moment) {
            return sentAt != null && sentAt.isAfter(moment);
        }
    }

    /// The other notifications of one child by one commissioner.
    ///
    /// @param old the codes under which the record may know it
    List<Other> others(long child, Set<String> old, ConversationId id) {
        return database.sql(OTHERS)
                .param("child", child)
                .param("old", old)
                .param("id", id.value())
                .query(
                        (row, n) ->
                                new Other(
                                        new ConversationId(row.getObject("id", UUID.class)),
                                        State.of(row.getString("state")),
                                        row.getObject("sent_at", OffsetDateTime.class)))
                .list();
    }

    State state(ConversationId id) {
        return State.of(
                database.sql("select state from conversation where id = :id for update")
                        .param("id", id.value())
                        .query(String.class)
                        .single());
    }

    void move(ConversationId id, State next, OffsetDateTime at) {
        database.sql(
                        "update conversation set state = :next, revision = revision + 1,"
                                + " changed_at = :at where id = :id")
                .param("next", next.code())
                .param("at", at)
                .param("id", id.value())
                .update();
    }
}
