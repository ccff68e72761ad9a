package org.ehcexchange.canonical;

/// Reads the messages by which advice is asked for and given.
final class AdviceReader {

    private AdviceReader() {}

    static AdviceRequest request(Fields fields, Envelope envelope) {
        AdviceRequest request =
                new AdviceRequest(
                        envelope,
                        new CaseReference(fields.required("caseReference", Texts.REFERENCE)),
                        fields.required("adviceType", Kinds.code(AdviceType.class)),
                        fields.required("assessmentRequestedOn", Kinds.DATE),
                        Kinds.codes(fields, "questions", Question.class),
                        fields.optional("familyViews", Texts.CHAPTER));
        Rules.happened(fields, "assessmentRequestedOn", request.assessmentRequestedOn(), envelope);
        return request;
    }

    static AdviceAcknowledged acknowledged(Fields fields, Envelope envelope) {
        AdviceAcknowledged acknowledged =
                new AdviceAcknowledged(envelope, fields.required("receivedOn", Kinds.DATE));
        Rules.happened(fields, "receivedOn", acknowledged.receivedOn(), envelope);
        return acknowledged;
    }

    static AdviceReturn returned(Fields fields, Envelope envelope) {
        return new AdviceReturn(envelope, AnswerReader.read(fields, envelope));
    }

    static AdviceReminder reminder(Fields fields, Envelope envelope) {
        return new AdviceReminder(envelope, fields.required("reason", Texts.STATEMENT));
    }

    static AdviceWithdrawn withdrawn(Fields fields, Envelope envelope) {
        return new AdviceWithdrawn(envelope, fields.required("reason", Texts.STATEMENT));
    }
}
