package org.ehcexchange.canonical;

/// Puts what a message says into another envelope.
final class Enclosing {

    private Enclosing() {}

    static EhcMessage in(Envelope e, EhcMessage message) {
        return switch (message) {
            case AdviceRequest m ->
                    new AdviceRequest(
                            e,
                            m.caseReference(),
                            m.adviceType(),
                            m.assessmentRequestedOn(),
                            m.questions(),
                            m.familyViews());
            case AdviceAcknowledged m -> new AdviceAcknowledged(e, m.receivedOn());
            case AdviceReturn m -> new AdviceReturn(e, m.answer());
            case AdviceReminder m -> new AdviceReminder(e, m.reason());
            case AdviceWithdrawn m -> new AdviceWithdrawn(e, m.reason());
            case PlanTransfer m ->
                    new PlanTransfer(
                            e,
                            m.plan(),
                            m.movedOn(),
                            m.awareOn(),
                            m.commissioners(),
                            m.sendOn(),
                            m.openRequests());
            case PlanCopy m -> new PlanCopy(e, m.event(), m.plan(), m.caseReference());
            case PlanReceived m -> new PlanReceived(e, m.sha256());
            case PlanAccepted m -> new PlanAccepted(e, m.acceptedBy(), m.acceptedOn());
            case PlanQueried m -> new PlanQueried(e, m.question());
            case PlanDeclined m -> new PlanDeclined(e, m.reason(), m.responsible());
            case PlanRecalled m -> new PlanRecalled(e, m.reason());
            case CommissionerNotification m ->
                    new CommissionerNotification(
                            e, m.cause(), m.movedOn(), m.awareOn(), m.sections(), m.authorities());
            case CommissionerNoted m -> new CommissionerNoted(e, m.notedOn());
            case CommissionerNotResponsible m ->
                    new CommissionerNotResponsible(e, m.reason(), m.responsible());
            case ProvisionNotPracticable m ->
                    new ProvisionNotPracticable(e, m.reason(), m.requests());
        };
    }
}
