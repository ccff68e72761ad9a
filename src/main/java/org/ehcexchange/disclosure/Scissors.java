package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.CommissionerNoted;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.PlanAccepted;
import org.ehcexchange.canonical.PlanQueried;
import org.ehcexchange.canonical.PlanReceived;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.ProvisionNotPracticable;

/// The same message with another child record, whatever its kind.
final class Scissors {

    private Scissors() {}

    static EhcMessage withChild(EhcMessage message, Child child) {
        Envelope e = message.envelope().withChild(child);
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
                    new PlanTransfer(e, m.plan(), m.movedOn(), m.awareOn(), m.commissioners());
            case PlanReceived m -> new PlanReceived(e, m.sha256());
            case PlanAccepted m -> new PlanAccepted(e, m.acceptedBy(), m.acceptedOn());
            case PlanQueried m -> new PlanQueried(e, m.question());
            case CommissionerNotification m ->
                    new CommissionerNotification(
                            e, m.cause(), m.movedOn(), m.awareOn(), m.sections(), m.authorities());
            case CommissionerNoted m -> new CommissionerNoted(e, m.notedOn());
            case ProvisionNotPracticable m ->
                    new ProvisionNotPracticable(e, m.reason(), m.requests());
        };
    }
}
