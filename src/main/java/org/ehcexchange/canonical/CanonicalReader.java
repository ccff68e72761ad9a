package org.ehcexchange.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads a JSON tree as a canonical message, or says everything that is wrong with it.
///
/// The one validation for every format: adapters map to this tree and read it here. The published
/// schemas under `mappings/canonical/` say the same, as far as a schema can.
public final class CanonicalReader {

    private static final Kind<String> VERSION =
            Kind.text(
                    text ->
                            text.equals(CanonicalWriter.VERSION)
                                    ? new Parsed.Value<>(text)
                                    : new Parsed.Problem<>(
                                            "This version is not known here.",
                                            "Send version " + CanonicalWriter.VERSION + "."),
                    CanonicalWriter.VERSION);

    private CanonicalReader() {}

    /// Unknown fields are refused at every level; where the type itself is unknown, only what every
    /// message carries is read.
    public static Reading read(Map<String, Object> tree) {
        List<Violation> violations = new ArrayList<>();
        Fields fields = new Fields(new Place("", violations), tree);
        MessageType type = fields.required("type", Kinds.code(MessageType.class));
        fields.required("version", VERSION);
        boolean isKnown = fields.sound("type");
        Envelope envelope = EnvelopeReader.read(fields, !isKnown || type.carriesPlan());
        if (!isKnown) {
            return new Reading.Invalid(violations);
        }
        EhcMessage message = message(type, fields, envelope);
        fields.refuseOthers();
        return violations.isEmpty() ? new Reading.Valid(message) : new Reading.Invalid(violations);
    }

    private static EhcMessage message(MessageType type, Fields fields, Envelope envelope) {
        if (!type.opensConversation()) {
            EnvelopeRules.isAnAnswer(fields);
        }
        return switch (type) {
            case ADVICE_REQUEST -> AdviceReader.request(fields, envelope);
            case ADVICE_ACKNOWLEDGED -> AdviceReader.acknowledged(fields, envelope);
            case ADVICE_RETURN -> AdviceReader.returned(fields, envelope);
            case ADVICE_REMINDER -> AdviceReader.reminder(fields, envelope);
            case ADVICE_WITHDRAWN -> AdviceReader.withdrawn(fields, envelope);
            case PLAN_TRANSFER -> PlanReader.transfer(fields, envelope);
            case PLAN_COPY -> PlanReader.copy(fields, envelope);
            case PLAN_RECEIVED -> PlanReader.received(fields, envelope);
            case PLAN_ACCEPTED -> PlanReader.accepted(fields, envelope);
            case PLAN_QUERIED -> PlanReader.queried(fields, envelope);
            case PLAN_DECLINED -> PlanReader.declined(fields, envelope);
            case PLAN_RECALLED -> PlanReader.recalled(fields, envelope);
            case COMMISSIONER_NOTIFICATION -> CommissionerReader.notification(fields, envelope);
            case COMMISSIONER_NOTED -> CommissionerReader.noted(fields, envelope);
            case COMMISSIONER_NOT_RESPONSIBLE ->
                    CommissionerReader.notResponsible(fields, envelope);
            case PROVISION_NOT_PRACTICABLE -> CommissionerReader.notPracticable(fields, envelope);
        };
    }
}
