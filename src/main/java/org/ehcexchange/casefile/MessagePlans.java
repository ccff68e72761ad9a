package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Form;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.disclosure.CaseEvent;
import org.ehcexchange.disclosure.Coverage;
import org.ehcexchange.disclosure.MandatoryRecipients;
import org.ehcexchange.disclosure.MandatoryRecipients.Wanted;
import org.ehcexchange.disclosure.MessagePlan;
import org.ehcexchange.ledger.Audit;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Whether a plan of whom to tell leaves out somebody whom the law names; asked before anybody is
/// told. Nothing is put on record but a refusal.
@Component
public class MessagePlans {

    private final MandatoryRecipients recipients;
    private final Directory directory;
    private final Audit audit;
    private final InstantSource clock;

    MessagePlans(
            MandatoryRecipients recipients, Directory directory, Audit audit, InstantSource clock) {
        this.recipients = recipients;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /// What became of a check.
    public sealed interface Checked {

        /// Nobody is left out.
        ///
        /// @param mustBeTold everybody whom the law names
        record Complete(CaseEvent event, LocalDate on, List<Wanted> mustBeTold) implements Checked {
            public Complete {
                mustBeTold = List.copyOf(mustBeTold);
            }
        }

        /// @param missing each with their name
        record Refused(List<Violation> missing) implements Checked {}

        /// It cannot be read as a plan.
        record Faulty(List<Violation> violations) implements Checked {}
    }

    public Checked check(OrganisationCode by, Map<String, Object> tree) {
        return switch (Form.read(tree, fields -> plan(by, fields))) {
            case Form.Faulty<MessagePlan>(List<Violation> why) -> new Checked.Faulty(why);
            case Form.Sound<MessagePlan>(MessagePlan plan) -> check(plan);
        };
    }

    /// @param by whose duty it is
    private MessagePlan plan(OrganisationCode by, Fields fields) {
        LocalDate on = fields.optional("on", Kinds.DATE);
        return new MessagePlan(
                fields.required("event", Kinds.code(CaseEvent.class)),
                Objects.requireNonNullElseGet(on, () -> LondonDay.of(clock.instant())),
                by,
                fields.optional("practice", Kinds.ORGANISATION),
                EventReader.told(fields, "told"),
                EventReader.absent(fields));
    }

    private Checked check(MessagePlan plan) {
        return switch (recipients.check(plan, directory)) {
            case Coverage.Complete complete ->
                    new Checked.Complete(
                            plan.event(), plan.day(), recipients.wanted(plan, directory));
            case Coverage.Incomplete(List<Coverage.Missing> missing) -> refused(plan, missing);
        };
    }

    private Checked refused(MessagePlan plan, List<Coverage.Missing> missing) {
        audit.add(
                new Audit.Act(
                        plan.by().value(),
                        "message-plan-refused",
                        null,
                        null,
                        Map.of(
                                "event", plan.event().code(),
                                "missing",
                                        missing.stream()
                                                .map(Coverage.Missing::who)
                                                .map(Code::code)
                                                .toList())));
        return new Checked.Refused(missing.stream().map(Missed::of).toList());
    }
}
