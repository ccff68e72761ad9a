package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.ledger.Delivered;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.ledger.conversation.MessageRows;
import org.ehcexchange.ledger.conversation.State;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// What it means for the clocks that a commissioner has a notification, or the authority a
/// commissioner's request.
@Component
class CommissionerDeliveries {

    private final ConversationRows conversations;
    private final MessageRows messages;
    private final CommissionerClocks clocks;

    CommissionerDeliveries(
            ConversationRows conversations, MessageRows messages, CommissionerClocks clocks) {
        this.conversations = conversations;
        this.messages = messages;
        this.clocks = clocks;
    }

    @EventListener
    void on(Delivered delivered) {
        switch (delivered.type()) {
            case COMMISSIONER_NOTIFICATION -> notified(delivered);
            case PROVISION_NOT_PRACTICABLE ->
                    clocks.asked(delivered.conversation(), delivered.at());
            default -> {
                // The other types have no clock that stands on their delivery, or one of their own.
            }
        }
    }

    /// Only of the notification that counts: proof may come after the answer that it went to the
    /// wrong body.
    private void notified(Delivered delivered) {
        conversations
                .lock(delivered.conversation())
                .filter(open -> open.requestId().equals(delivered.message().value()))
                .filter(open -> open.state() == State.NOTIFIED || open.state() == State.NOTED)
                .flatMap(open -> told(delivered))
                .ifPresent(
                        told -> clocks.received(CommissionerDuty.of(told), told, delivered.at()));
    }

    private Optional<CommissionerNotification> told(Delivered delivered) {
        return messages.message(delivered.from(), delivered.message().value())
                .map(CommissionerNotification.class::cast);
    }
}
