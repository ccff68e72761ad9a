package org.ehcexchange.canonical;

/// Any message that the exchange carries; each kind is one record.
public sealed interface EhcMessage
        permits AdviceRequest,
                AdviceAcknowledged,
                AdviceReturn,
                AdviceReminder,
                AdviceWithdrawn,
                PlanTransfer,
                PlanCopy,
                PlanReceived,
                PlanAccepted,
                PlanQueried,
                PlanDeclined,
                PlanRecalled,
                CommissionerNotification,
                CommissionerNoted,
                CommissionerNotResponsible,
                ProvisionNotPracticable {

    Envelope envelope();

    MessageType type();

    /// What it says, in another envelope.
    default EhcMessage in(Envelope envelope) {
        return Enclosing.in(envelope, this);
    }

    /// What it says, addressed to another body.
    default EhcMessage to(OrganisationCode recipient) {
        return in(envelope().withTo(recipient));
    }
}
