package org.ehcexchange.delivery;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.disclosure.Cleared;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// One cleared message on its way to one recipient: all a channel needs to write it, and the same
/// on every attempt.
///
/// @param id of the delivery
/// @param acceptedAt when the exchange accepted the message; formats take their timestamps from it
/// @param revision the conversation's revision that this message carries (FHIR Task.meta.versionId)
/// @param state the conversation's state once this message is applied, such as `requested`
/// @param request what opened the conversation, for formats that repeat it to the adviser; absent
///     on the way to the authority
/// @param requestSentAt when that request was accepted
/// @param receivedOn the day the adviser received the request; absent until then
/// @param dueOn the statutory day; until the request is received, counted as if received on the day
///     it was accepted
/// @param attempt 1 for the first
public record Consignment(
        UUID id,
        Cleared cleared,
        Organisation sender,
        Instant acceptedAt,
        int revision,
        String state,
        @Nullable AdviceRequest request,
        @Nullable Instant requestSentAt,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate dueOn,
        int attempt) {

    public Organisation recipient() {
        return cleared.recipient();
    }

    public MessageId messageId() {
        return cleared.message().envelope().messageId();
    }
}
