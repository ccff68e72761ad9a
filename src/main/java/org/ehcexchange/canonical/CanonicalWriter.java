package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;

/// Writes a canonical message as a JSON tree, its fields in the published order.
///
/// Reading what was written gives an equal message.
public final class CanonicalWriter {

    /// The version of the canonical messages that this exchange reads and writes.
    public static final String VERSION = "1";

    private CanonicalWriter() {}

    public static Map<String, Object> write(EhcMessage message) {
        Branch branch = EnvelopeWriter.write(message);
        own(branch, message);
        return EnvelopeWriter.documents(branch, message.envelope()).tree();
    }

    private static void own(Branch branch, EhcMessage message) {
        switch (message) {
            case AdviceRequest request -> request(branch, request);
            case AdviceAcknowledged acknowledged ->
                    branch.put("receivedOn", acknowledged.receivedOn());
            case AdviceReturn returned -> answer(branch, returned.answer());
            case AdviceReminder reminder -> branch.put("reason", reminder.reason());
            case AdviceWithdrawn withdrawn -> branch.put("reason", withdrawn.reason());
            case PlanTransfer transfer -> transfer(branch, transfer);
            case PlanCopy copy -> copy(branch, copy);
            case PlanReceived received -> branch.put("sha256", received.sha256());
            case PlanAccepted accepted ->
                    branch.put("acceptedBy", accepted.acceptedBy())
                            .put("acceptedOn", accepted.acceptedOn());
            case PlanQueried queried -> branch.put("question", queried.question());
            case PlanDeclined declined ->
                    branch.put("reason", declined.reason())
                            .put("responsible", declined.responsible());
            case PlanRecalled recalled -> branch.put("reason", recalled.reason());
            case CommissionerNotification notification -> notification(branch, notification);
            case CommissionerNoted noted -> branch.put("notedOn", noted.notedOn());
            case CommissionerNotResponsible reply ->
                    branch.put("reason", reply.reason()).put("responsible", reply.responsible());
            case ProvisionNotPracticable reply ->
                    branch.put("reason", reply.reason()).put("requests", reply.requests());
        }
    }

    private static void request(Branch branch, AdviceRequest request) {
        branch.put("caseReference", request.caseReference())
                .put("adviceType", request.adviceType())
                .put("assessmentRequestedOn", request.assessmentRequestedOn())
                .putAll("questions", request.questions().stream().sorted().toList(), Code::code)
                .put("familyViews", request.familyViews());
    }

    private static void answer(Branch branch, Answer answer) {
        branch.put("outcome", answer.outcome());
        switch (answer) {
            case Answer.Provided provided ->
                    branch.putAll("needs", provided.needs(), text -> text)
                            .putAll("outcomes", provided.outcomes(), text -> text)
                            .putAll("provision", provided.provision(), text -> text);
            case Answer.NothingKnown unknown ->
                    branch.putAll("searched", unknown.searched(), CanonicalWriter::search);
            case Answer.Declined declined ->
                    branch.putAll("reasons", declined.reasons(), CanonicalWriter::reason);
            case Answer.Late late ->
                    branch.put("exception", exception(late.exception()))
                            .put("expectedBy", late.expectedBy());
        }
    }

    private static Object search(Answer.Search search) {
        return new Branch()
                .put("identifier", search.identifier())
                .put("where", search.where())
                .put("on", search.on())
                .tree();
    }

    private static Object reason(Answer.Reason reason) {
        return new Branch().put("code", reason.code()).put("text", reason.text()).tree();
    }

    private static Branch exception(Answer.LateException exception) {
        return new Branch()
                .put("kind", exception.kind())
                .put("reason", exception.reason())
                .put("from", exception.from())
                .put("to", exception.to())
                .put("author", exception.author());
    }

    private static void transfer(Branch branch, PlanTransfer transfer) {
        branch.put("plan", plan(transfer.plan()))
                .put("movedOn", transfer.movedOn())
                .put("awareOn", transfer.awareOn())
                .put("commissioners", commissioners(transfer.commissioners()))
                .put("sendOn", transfer.sendOn())
                .put("openRequests", transfer.openRequests());
    }

    private static @Nullable Branch commissioners(@Nullable Commissioners change) {
        return change == null ? null : change(change.old(), change.successor());
    }

    private static void copy(Branch branch, PlanCopy copy) {
        branch.put("caseReference", copy.caseReference())
                .put("event", copy.event())
                .put("plan", plan(copy.plan()));
    }

    private static Branch plan(Plan plan) {
        return new Branch()
                .put("reference", plan.reference())
                .put("madeOn", plan.madeOn())
                .put("lastReviewedOn", plan.lastReviewedOn())
                .put("sections", sections(plan.sections()))
                .putAll("appendices", plan.appendices(), CanonicalWriter::appendix);
    }

    private static Object appendix(Appendix appendix) {
        return new Branch()
                .put("title", appendix.title())
                .put("document", appendix.document())
                .tree();
    }

    private static void notification(Branch branch, CommissionerNotification notification) {
        branch.put("cause", notification.cause())
                .put("movedOn", notification.movedOn())
                .put("awareOn", notification.awareOn())
                .put("sections", sections(notification.sections()))
                .put(
                        "authorities",
                        change(
                                notification.authorities().old(),
                                notification.authorities().successor()));
    }

    private static Branch sections(Map<Section, String> sections) {
        Branch written = new Branch();
        Arrays.stream(Section.values()).forEach(s -> written.put(s.name(), sections.get(s)));
        return written;
    }

    private static Branch change(OrganisationCode old, OrganisationCode successor) {
        return new Branch().put("old", old).put("new", successor);
    }
}
