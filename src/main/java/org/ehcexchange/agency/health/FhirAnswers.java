package org.ehcexchange.agency.health;

import com.github.f4b6a3.uuid.UuidCreator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Channel.WireFormat;
import org.ehcexchange.ledger.Receipt;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/// Writes what the FHIR door answers.
@Component
final class FhirAnswers {

    private final FhirText fhir;
    private final FhirBaseUrl base;

    FhirAnswers(FhirText fhir, FhirBaseUrl base) {
        this.fhir = fhir;
        this.base = base;
    }

    /// The message is recorded; what stands in its way to the recipient is said beside it.
    void accepted(HttpServletRequest request, HttpServletResponse response, Receipt receipt)
            throws IOException {
        write(request, response, 200, received(receipt));
    }

    void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            Problem problem,
            List<Violation> violations)
            throws IOException {
        write(request, response, problem.status(), outcome(problem, violations));
    }

    void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            Problem problem,
            String what,
            String remedy)
            throws IOException {
        refuse(request, response, problem, List.of(new Violation("", what, remedy)));
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            IBaseResource resource)
            throws IOException {
        WireFormat format = format(request);
        byte[] body = fhir.write(resource, format);
        response.setStatus(status);
        response.setContentType(MediaTypes.of(format) + ";charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /// As the caller asks, else as it wrote.
    private static WireFormat format(HttpServletRequest request) {
        String asked =
                orEmpty(request.getParameter("_format")) + orEmpty(request.getHeader("Accept"));
        return asked.contains("xml") || asked.contains("json")
                ? MediaTypes.wanted(asked)
                : MediaTypes.format(orEmpty(request.getContentType()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static OperationOutcome outcome(Problem problem, List<Violation> violations) {
        OperationOutcome outcome = new OperationOutcome();
        for (Violation violation : violations) {
            OperationOutcomeIssueComponent issue =
                    outcome.addIssue()
                            .setSeverity(IssueSeverity.ERROR)
                            .setCode(problem.issue())
                            .setDiagnostics(violation.remedy());
            issue.getDetails()
                    .setText(violation.problem())
                    .addCoding(new Coding(Names.ERRORS, problem.code(), null));
            if (!violation.pointer().isEmpty()) {
                issue.addExpression(violation.pointer());
            }
        }
        return outcome;
    }

    Bundle received(Receipt receipt) {
        UUID message = receipt.messageId().value();
        Bundle bundle = new Bundle().setType(BundleType.MESSAGE);
        bundle.setTimestamp(Date.from(receipt.acceptedAt()));
        bundle.getIdentifier()
                .setSystem(Names.MESSAGE_ID)
                .setValue(name(message, "received").toString());
        String details = "urn:uuid:" + name(message, "details");
        MessageHeader header = new MessageHeader();
        header.setEvent(new Coding(Names.EVENTS, MessageKind.RESPONSE, null));
        header.getSource()
                .setSoftware("EHC Exchange")
                .setEndpoint(base.value() + "/$process-message");
        header.getResponse()
                .setIdentifier(message.toString())
                .setCode(ResponseType.OK)
                .setDetails(new Reference(details));
        bundle.addEntry()
                .setFullUrl("urn:uuid:" + name(message, "received header"))
                .setResource(header);
        bundle.addEntry().setFullUrl(details).setResource(details(receipt));
        return bundle;
    }

    private static UUID name(UUID message, String name) {
        return UuidCreator.getNameBasedSha1(message, name);
    }

    private static OperationOutcome details(Receipt receipt) {
        OperationOutcome outcome = new OperationOutcome();
        String note = receipt.note();
        outcome.addIssue()
                .setSeverity(note == null ? IssueSeverity.INFORMATION : IssueSeverity.WARNING)
                .setCode(IssueType.INFORMATIONAL)
                .getDetails()
                .setText(receipt.status() + (note == null ? "" : ": " + note));
        for (Receipt.Due due : receipt.due()) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.INFORMATION)
                    .setCode(IssueType.INFORMATIONAL)
                    .getDetails()
                    .setText(
                            "due on %s, %s, %s"
                                    .formatted(due.dueOn(), due.basis(), due.provision()));
        }
        return outcome;
    }
}
