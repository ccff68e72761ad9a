package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.PlanCopy;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;

/// The first message of a conversation, as far as the conversation goes.
///
/// @param caseReference absent where it belongs to no open case
/// @param adviceType absent where it does not ask for advice
/// @param assessmentRequestedOn absent where it does not say; a case file opens with one that does
public record First(
        Envelope envelope,
        ConversationKind kind,
        @Nullable CaseReference caseReference,
        @Nullable AdviceType adviceType,
        @Nullable LocalDate assessmentRequestedOn) {

    public static First of(AdviceRequest request) {
        return new First(
                request.envelope(),
                ConversationKind.ADVICE,
                request.caseReference(),
                request.adviceType(),
                request.assessmentRequestedOn());
    }

    public static First of(PlanCopy copy) {
        return new First(
                copy.envelope(), ConversationKind.PLAN_COPY, copy.caseReference(), null, null);
    }

    /// Empty for what answers a message, and for what has a way of its own to begin, such as a plan
    /// that moves.
    public static Optional<First> of(EhcMessage message) {
        return switch (message) {
            case AdviceRequest request -> Optional.of(of(request));
            case PlanCopy copy -> Optional.of(of(copy));
            default -> Optional.empty();
        };
    }
}
