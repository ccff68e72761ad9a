package org.ehcexchange.ledger;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Proof that a message is recorded; the same for every repeat of the same message.
///
/// @param status `accepted`, `held` (a person must look at the child's details), `flagged` (kept,
///     came after a
///     withdrawal) or `superseded` (kept, an older revision than one already recorded)
/// @param note why it is held, flagged or superseded, to which successor of a closed body it was
///     sent, or why the exception it relies on excuses nothing; absent when plainly accepted
/// @param remarks what does not stop it and its sender should know, such as an
///     objection noted; absent when there is nothing
/// @param sha256 of the bytes as they came
public record Receipt(
        MessageId messageId,
        ConversationId conversationId,
        Instant acceptedAt,
        String sha256,
        String status,
        @Nullable String note,
        @Nullable List<String> remarks,
        List<Due> due,
        List<Delivery> deliveries) {

    /// Without remarks.
    public Receipt(
            MessageId messageId,
            ConversationId conversationId,
            Instant acceptedAt,
            String sha256,
            String status,
            @Nullable String note,
            List<Due> due,
            List<Delivery> deliveries) {
        this(messageId, conversationId, acceptedAt, sha256, status, note, null, due, deliveries);
    }

    /// @param rule the clock rule's id
    /// @param dueOn Europe/London
    /// @param basis what the date counts from, in words
    public record Due(String rule, String provision, LocalDate dueOn, String basis) {}

    public record Delivery(OrganisationCode to, String status) {}
}
