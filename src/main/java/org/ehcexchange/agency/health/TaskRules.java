package org.ehcexchange.agency.health;

import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;
import org.hl7.fhir.r4.model.Type;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// That the Task's version, days and conversation are sane.
final class TaskRules {

    static final List<EdgeRule> ALL =
            List.of(
                    TaskRules::versionIsACount,
                    TaskRules::nothingIsAheadOfTime,
                    TaskRules::modifiedAfterAuthored,
                    TaskRules::dueFollowsReceipt,
                    TaskRules::conversationIsTheHeaders);

    /// Clocks of two organisations differ by no more.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /// SEND Regulations 2014, reg. 8(1): within 6 weeks of the date the request was received.
    private static final int WEEKS = 6;

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private TaskRules() {}

    private static void versionIsACount(Received received, Findings findings) {
        received.task()
                .filter(task -> !isACount(String.valueOf(task.resource().getMeta().getVersionId())))
                .ifPresent(
                        task ->
                                findings.add(
                                        task.at("meta.versionId"),
                                        "The Task has no version that is a whole number from 1.",
                                        "Send the Task's version, one higher with every change."));
    }

    private static boolean isACount(String version) {
        return version.matches("[1-9][0-9]{0,8}");
    }

    private static void nothingIsAheadOfTime(Received received, Findings findings) {
        Instant latest = received.arrival().at().plus(CLOCKS_DIFFER);
        ahead(received.bundle().getTimestampElement(), "Bundle.timestamp", latest, findings);
        received.task()
                .ifPresent(
                        task -> {
                            Task resource = task.resource();
                            ahead(
                                    resource.getAuthoredOnElement(),
                                    task.at("authoredOn"),
                                    latest,
                                    findings);
                            ahead(
                                    resource.getLastModifiedElement(),
                                    task.at("lastModified"),
                                    latest,
                                    findings);
                        });
    }

    private static void ahead(BaseDateTimeType at, String path, Instant latest, Findings findings) {
        if (at.hasValue() && instant(at).isAfter(latest)) {
            findings.add(
                    path,
                    "The time is more than 5 minutes ahead of this exchange's clock.",
                    "Set your clock by a time server, and send the time with its offset.");
        }
    }

    private static Instant instant(BaseDateTimeType at) {
        return at.getValue().toInstant();
    }

    private static void modifiedAfterAuthored(Received received, Findings findings) {
        received.task()
                .filter(
                        task ->
                                task.resource().hasAuthoredOn()
                                        && task.resource().hasLastModified())
                .filter(
                        task ->
                                instant(task.resource().getLastModifiedElement())
                                        .isBefore(instant(task.resource().getAuthoredOnElement())))
                .ifPresent(
                        task ->
                                findings.add(
                                        task.at("lastModified"),
                                        "The Task was modified before it was authored.",
                                        "Correct one of the two times."));
    }

    private static void dueFollowsReceipt(Received received, Findings findings) {
        received.task()
                .ifPresent(
                        task -> {
                            Optional<LocalDate> receipt = output(task.resource(), "received-date");
                            Optional<LocalDate> due = output(task.resource(), "due-date");
                            receipt.ifPresent(day -> tellReceipt(day, task, received, findings));
                            if (receipt.isPresent()
                                    && due.isPresent()
                                    && !receipt.get().plusWeeks(WEEKS).equals(due.get())) {
                                findings.add(
                                        task.at("output"),
                                        "The due-date is not 42 days after the received-date.",
                                        "Send the day six weeks after receipt (SEND Regulations"
                                                + " 2014, reg. 8(1)), or leave due-date out.");
                            }
                        });
    }

    private static void tellReceipt(
            LocalDate day, Located<Task> task, Received received, Findings findings) {
        if (day.isAfter(LocalDate.ofInstant(received.arrival().at(), LONDON))) {
            findings.add(
                    task.at("output"),
                    "The received-date is in the future.",
                    "Send the day on which the request came, in London.");
        }
    }

    private static Optional<LocalDate> output(Task task, String type) {
        return task.getOutput().stream()
                .filter(output -> Codes.of(output.getType(), Names.IO_TYPE).equals(type))
                .map(TaskOutputComponent::getValue)
                .flatMap(value -> day(value).stream())
                .findFirst();
    }

    private static Optional<LocalDate> day(Type value) {
        return value instanceof DateType date
                        && String.valueOf(date.getValueAsString()).length() == 10
                ? Optional.of(LocalDate.parse(date.getValueAsString()))
                : Optional.empty();
    }

    private static void conversationIsTheHeaders(Received received, Findings findings) {
        received.task()
                .filter(task -> Uuids.is(received.correlationId()))
                .filter(
                        task ->
                                Names.CONVERSATION.equals(
                                        task.resource().getGroupIdentifier().getSystem()))
                .filter(
                        task ->
                                !received.correlationId()
                                        .equals(task.resource().getGroupIdentifier().getValue()))
                .ifPresent(
                        task ->
                                findings.add(
                                        task.at("groupIdentifier.value"),
                                        "The Task's conversation is not that of X-Correlation-Id.",
                                        "Send the conversation id of the request in both."));
    }
}
