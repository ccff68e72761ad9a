package org.ehcexchange.ledger.accepting;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.CommissionerNotResponsible;
import org.ehcexchange.canonical.CommissionerNoted;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.PlanAccepted;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.PlanDeclined;
import org.ehcexchange.canonical.PlanQueried;
import org.ehcexchange.canonical.PlanRecalled;
import org.ehcexchange.canonical.PlanReceived;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.ProvisionNotPracticable;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.advice.Openings;
import org.ehcexchange.ledger.advice.Replies;
import org.ehcexchange.ledger.commissioner.CommissionerNotifications;
import org.ehcexchange.ledger.commissioner.CommissionerReplies;
import org.ehcexchange.ledger.conversation.First;
import org.ehcexchange.ledger.transfer.TransferReplies;
import org.ehcexchange.ledger.transfer.Transfers;
import org.springframework.stereotype.Component;

/// Knows which kind of conversation a message opens or belongs to.
@Component
class Admitting {

    private final Openings openings;
    private final Replies replies;
    private final Transfers transfers;
    private final TransferReplies transferReplies;
    private final CommissionerNotifications notifications;
    private final CommissionerReplies notificationReplies;

    Admitting(
            Openings openings,
            Replies replies,
            Transfers transfers,
            TransferReplies transferReplies,
            CommissionerNotifications notifications,
            CommissionerReplies notificationReplies) {
        this.openings = openings;
        this.replies = replies;
        this.transfers = transfers;
        this.transferReplies = transferReplies;
        this.notifications = notifications;
        this.notificationReplies = notificationReplies;
    }

    Outcome admit(Arrival.Read read) {
        return switch (read.message()) {
            case AdviceRequest request -> openings.admit(read, First.of(request));
            case PlanCopy copy -> openings.admit(read, First.of(copy));
            case PlanTransfer transfer when transfer.envelope().inReplyTo() == null ->
                    transfers.admit(read, transfer);
            case PlanTransfer anew -> transferReplies.admit(read);
            case PlanReceived received -> transferReplies.admit(read);
            case PlanAccepted accepted -> transferReplies.admit(read);
            case PlanQueried queried -> transferReplies.admit(read);
            case PlanDeclined declined -> transferReplies.admit(read);
            case PlanRecalled recalled -> transferReplies.admit(read);
            case CommissionerNotification told -> notifications.admit(read, told);
            case CommissionerNoted noted -> notificationReplies.admit(read);
            case CommissionerNotResponsible not -> notificationReplies.admit(read);
            case ProvisionNotPracticable cannot -> notificationReplies.admit(read);
            default -> replies.admit(read);
        };
    }
}
