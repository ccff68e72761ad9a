package org.ehcexchange.console;

import org.ehcexchange.canonical.AdviceAcknowledged;
import org.ehcexchange.canonical.AdviceReminder;
import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.AdviceWithdrawn;
import org.ehcexchange.canonical.Answer;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.CommissionerNotResponsible;
import org.ehcexchange.canonical.CommissionerNoted;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.Consent;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanAccepted;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.PlanDeclined;
import org.ehcexchange.canonical.PlanDisclosure;
import org.ehcexchange.canonical.PlanQueried;
import org.ehcexchange.canonical.PlanRecalled;
import org.ehcexchange.canonical.PlanReceived;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.ProvisionNotPracticable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes messages as forms.
@Component
class Sheets {

    private static final String PLAN = "The plan";

    private final Names names;

    Sheets(Names names) {
        this.names = names;
    }

    /// All that it says but its documents.
    Sheet of(EhcMessage message) {
        Sheet.Pen pen = new Sheet.Pen();
        own(pen, message);
        child(pen.under("The child"), message.envelope().child());
        ground(pen.under("Why it may be sent"), message.envelope().ground());
        return pen.done();
    }

    private void own(Sheet.Pen pen, EhcMessage message) {
        switch (message) {
            case AdviceRequest request -> request(pen, request);
            case AdviceAcknowledged acknowledged ->
                    pen.under("Receipt").write("Received on", acknowledged.receivedOn());
            case AdviceReturn advice -> answer(pen.under("The answer"), advice.answer());
            case AdviceReminder reminder ->
                    pen.under("Reminder").write("Reason", reminder.reason());
            case AdviceWithdrawn withdrawn ->
                    pen.under("Withdrawal").write("Reason", withdrawn.reason());
            case PlanTransfer transfer -> transfer(pen, transfer);
            case PlanCopy copy -> copy(pen, copy);
            case PlanReceived received ->
                    pen.under("Receipt").write("Hash of the plan (SHA-256)", received.sha256());
            case PlanAccepted accepted ->
                    pen.under("Acceptance")
                            .write("Accepted by", accepted.acceptedBy())
                            .write("Accepted on", accepted.acceptedOn());
            case PlanQueried queried -> pen.under("Query").write("Question", queried.question());
            case PlanDeclined declined ->
                    pen.under("Not taken")
                            .write("Reason", declined.reason())
                            .write("The right authority", name(declined.responsible()));
            case PlanRecalled recalled ->
                    pen.under("Called back").write("Reason", recalled.reason());
            case CommissionerNotification told -> notification(pen, told);
            case CommissionerNoted noted ->
                    pen.under("Note taken").write("Noted on", noted.notedOn());
            case CommissionerNotResponsible not ->
                    pen.under("Not responsible")
                            .write("Reason", not.reason())
                            .write("Who is responsible", name(not.responsible()));
            case ProvisionNotPracticable cannot ->
                    pen.under("Provision that is not practicable")
                            .write("Reason", cannot.reason())
                            .write("Asks for", cannot.requests());
        }
    }

    private static void request(Sheet.Pen pen, AdviceRequest request) {
        pen.under("The request")
                .write("Case", request.caseReference().value())
                .write("Advice", request.adviceType())
                .write("Assessment requested on", request.assessmentRequestedOn())
                .write(
                        "Asks about",
                        request.questions().stream()
                                .sorted()
                                .map(Code::code)
                                .map(Words::plain)
                                .toList())
                .write("What the family says", request.familyViews());
    }

    private static void answer(Sheet.Pen pen, Answer answer) {
        pen.write("Outcome", Words.plain(answer.outcome()));
        switch (answer) {
            case Answer.Provided advice ->
                    pen.write("Needs", advice.needs())
                            .write("Outcomes", advice.outcomes())
                            .write("Provision", advice.provision());
            case Answer.NothingKnown nothing ->
                    nothing.searched().forEach(search -> search(pen, search));
            case Answer.Declined declined ->
                    declined.reasons()
                            .forEach(
                                    reason ->
                                            pen.write(
                                                    Words.plain(reason.code().code()),
                                                    reason.text()));
            case Answer.Late late ->
                    exception(pen, late.exception()).write("Expected by", late.expectedBy());
        }
    }

    private static void search(Sheet.Pen pen, Answer.Search search) {
        pen.write(
                "Searched by " + search.identifier().code().replace('-', ' '),
                "%s, %s".formatted(search.where(), Words.day(search.on())));
    }

    private static Sheet.Pen exception(Sheet.Pen pen, Answer.LateException exception) {
        return pen.write("Exception", exception.kind())
                .write("Reason", exception.reason())
                .write("From", exception.from())
                .write("To", exception.to())
                .write("Vouched for by", exception.author());
    }

    private void transfer(Sheet.Pen pen, PlanTransfer transfer) {
        var commissioners = transfer.commissioners();
        pen.under("The move")
                .write("Moved on", transfer.movedOn())
                .write("Authority aware on", transfer.awareOn())
                .write("To leave on", transfer.sendOn())
                .write("Open requests for advice", transfer.openRequests());
        if (commissioners != null) {
            pen.write("Old health commissioner", name(commissioners.old()))
                    .write("New health commissioner", name(commissioners.successor()));
        }
        Plans.write(pen.under(PLAN), transfer.plan());
    }

    private static void copy(Sheet.Pen pen, PlanCopy copy) {
        var reference = copy.caseReference();
        pen.under("The copy")
                .write("Why now", copy.event())
                .write("Case", reference == null ? null : reference.value());
        Plans.write(pen.under(PLAN), copy.plan());
    }

    private void notification(Sheet.Pen pen, CommissionerNotification told) {
        pen.under("The change of commissioner")
                .write("Cause", told.cause())
                .write("Moved on", told.movedOn())
                .write("Commissioner aware on", told.awareOn())
                .write("Old authority", name(told.authorities().old()))
                .write("New authority", name(told.authorities().successor()));
        Plans.write(pen.under(PLAN), told.sections());
    }

    private static void child(Sheet.Pen pen, Child child) {
        var nhsNumber = child.nhsNumber();
        var upn = child.upn();
        pen.write("Family name", child.familyName())
                .write("Given names", String.join(" ", child.givenNames()))
                .write("Date of birth", child.dateOfBirth())
                .write("Sex", child.sex())
                .write("Council's reference", child.reference())
                .write("NHS number", nhsNumber == null ? null : nhsNumber.value())
                .write("Unique pupil number (UPN)", upn == null ? null : upn.value())
                .write("Postcode", child.postcode())
                .write("Protected", child.protectedRecord() ? "Yes: no address is told" : null);
    }

    private static void ground(Sheet.Pen pen, @Nullable Ground ground) {
        if (ground != null) {
            pen.write("Purpose", ground.purpose()).write("Provision", ground.provision());
            consent(pen, ground.consent());
            disclosure(pen, ground.disclosure());
        }
    }

    private static void consent(Sheet.Pen pen, @Nullable Consent consent) {
        if (consent != null) {
            pen.write("Consent given by", consent.givenBy())
                    .write("Consent given on", consent.givenOn())
                    .write("Consent covers", consent.scope())
                    .write("Consent withdrawn on", consent.withdrawnOn());
        }
    }

    private static void disclosure(Sheet.Pen pen, @Nullable PlanDisclosure disclosure) {
        if (disclosure != null) {
            pen.write("Disclosed because", disclosure.kind())
                    .write("Disclosed for", disclosure.reference());
        }
    }

    private @Nullable String name(@Nullable OrganisationCode code) {
        return code == null ? null : names.of(code);
    }
}
