package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.ledger.reading.Conversations.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/// What the gate refused its sender, and plans that wait to be accepted.
@Component
class ConversationTasks implements TaskSource {

    private static final String REFUSED = "refused";
    private static final String PLAN = "plan-transfer";
    private static final List<String> ANSWERABLE = List.of("sent", "received");

    private final Conversations conversations;
    private final PlanAlarms alarms;
    private final Names names;

    ConversationTasks(Conversations conversations, PlanAlarms alarms, Names names) {
        this.conversations = conversations;
        this.alarms = alarms;
        this.names = names;
    }

    @Override
    public List<Task> of(SignedIn you) {
        return you.has(Duty.CASEWORKER)
                ? Stream.concat(plans(you), refused(you)).toList()
                : List.of();
    }

    private Stream<Task> plans(SignedIn you) {
        return ANSWERABLE.stream()
                .flatMap(state -> page(you, PLAN, state))
                .filter(plan -> plan.to().equals(you.code()))
                .map(
                        plan ->
                                task(
                                        plan,
                                        Task.Urgency.PLAN_TO_ACCEPT,
                                        names.of(plan.from()),
                                        "came %s: accept it, ask, or decline%s"
                                                .formatted(
                                                        Words.day(plan.changedAt()), alarm(plan))));
    }

    private String alarm(Summary plan) {
        return alarms.of(plan)
                .filter(PlanAlarms.Alarm::soon)
                .map(alarm -> "; " + alarm.words())
                .orElse("");
    }

    private Stream<Task> refused(SignedIn you) {
        return page(you, null, REFUSED)
                .filter(summary -> summary.from().equals(you.code()))
                .map(
                        summary ->
                                task(
                                        summary,
                                        Task.Urgency.REFUSED,
                                        names.of(summary.to()),
                                        "the law does not let it go as it is: see why"));
    }

    private Stream<Summary> page(SignedIn you, @Nullable String kind, String state) {
        return conversations
                .page(you.code(), new Conversations.Query(kind, state, null, null, MOST))
                .conversations()
                .stream();
    }

    private static Task task(Summary summary, Task.Urgency urgency, String who, String detail) {
        CaseReference reference = summary.caseReference();
        boolean plan = urgency == Task.Urgency.PLAN_TO_ACCEPT;
        return new Task(
                urgency,
                reference == null ? Words.plain(summary.kind()) : reference.value(),
                who,
                detail,
                (plan ? "/plans/" : "/conversations/") + summary.id());
    }
}
