package org.ehcexchange.canonical;

/// Any message that the exchange carries; each kind is one record.
public sealed interface EhcMessage
        permits AdviceRequest,
                AdviceAcknowledged,
                AdviceReturn,
                AdviceReminder,
                AdviceWithdrawn,
                PlanTransfer,
                PlanReceived,
                PlanAccepted,
                PlanQueried,
                CommissionerNotification,
                CommissionerNoted,
                ProvisionNotPracticable {

    Envelope envelope();

    MessageType type();
}
