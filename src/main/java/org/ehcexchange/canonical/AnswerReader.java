package org.ehcexchange.canonical;

import org.ehcexchange.canonical.Answer.LateException;
import org.ehcexchange.canonical.Answer.Reason;
import org.ehcexchange.canonical.Answer.Search;

import java.time.LocalDate;
import java.util.List;

/// Reads what a body answers: the outcome, the fields that belong to it and no other outcome's.
final class AnswerReader {

    private static final Kind<List<String>> STATEMENTS = Kind.list(Texts.STATEMENT, 0, 200);
    private static final Kind<List<Search>> SEARCHES =
            Kind.list(Kind.object(AnswerReader::search), 1, 50);
    private static final Kind<List<Reason>> REASONS =
            Kind.list(Kind.object(AnswerReader::reason), 1, 50);
    private static final Kind<LateException> EXCEPTION = Kind.object(AnswerReader::exception);

    private final Fields fields;
    private final Envelope envelope;
    private final AnswerKind outcome;

    private AnswerReader(Fields fields, Envelope envelope) {
        this.fields = fields;
        this.envelope = envelope;
        this.outcome = fields.required("outcome", Kinds.code(AnswerKind.class));
    }

    static Answer read(Fields fields, Envelope envelope) {
        return new AnswerReader(fields, envelope).answer();
    }

    private Answer answer() {
        List<String> needs = statements("needs");
        List<String> outcomes = statements("outcomes");
        List<String> provision = statements("provision");
        List<Search> searched = own("searched", AnswerKind.NOTHING_KNOWN, SEARCHES);
        List<Reason> reasons = own("reasons", AnswerKind.DECLINED, REASONS);
        LateException exception = own("exception", AnswerKind.LATE, EXCEPTION);
        LocalDate expectedBy = own("expectedBy", AnswerKind.LATE, Kinds.DATE);
        return switch (outcome) {
            case PROVIDED -> provided(new Answer.Provided(needs, outcomes, provision));
            case NOTHING_KNOWN -> nothingKnown(new Answer.NothingKnown(searched));
            case DECLINED -> new Answer.Declined(reasons);
            case LATE -> late(new Answer.Late(exception, expectedBy));
        };
    }

    private List<String> statements(String name) {
        return fields.has(name) ? own(name, AnswerKind.PROVIDED, STATEMENTS) : List.of();
    }

    private <T> T own(String name, AnswerKind owner, Kind<T> kind) {
        if (outcome == owner && fields.sound("outcome")) {
            return fields.required(name, kind);
        }
        T read = fields.optional(name, kind);
        if (read == null) {
            return kind.standIn();
        }
        if (fields.sound("outcome")) {
            fields.at(name)
                    .note(
                            name + " belongs to the outcome " + owner.code() + ".",
                            "Leave " + name + " out, or correct the outcome.");
        }
        return read;
    }

    private Answer provided(Answer.Provided answer) {
        boolean empty =
                answer.needs().isEmpty()
                        && answer.outcomes().isEmpty()
                        && answer.provision().isEmpty()
                        && envelope.documents().isEmpty();
        if (empty && fields.sound("outcome", "needs", "outcomes", "provision", "documents")) {
            fields.here()
                    .note(
                            "The advice says nothing.",
                            "Send at least one need, outcome, provision or document; if nothing is"
                                    + " known, send the outcome nothing-known.");
        }
        return answer;
    }

    private Answer nothingKnown(Answer.NothingKnown answer) {
        for (int i = 0; i < answer.searched().size(); i++) {
            LocalDate on = answer.searched().get(i).on();
            Rules.happened(fields, "searched/" + i + "/on", on, envelope);
        }
        return answer;
    }

    private Answer late(Answer.Late answer) {
        LocalDate from = answer.exception().from();
        Rules.inOrder(fields, "exception/from", from, "expectedBy", answer.expectedBy());
        return answer;
    }

    private static Search search(Fields fields) {
        return new Search(
                fields.required("identifier", Kinds.code(SearchedBy.class)),
                fields.required("where", Texts.TITLE),
                fields.required("on", Kinds.DATE));
    }

    private static Reason reason(Fields fields) {
        return new Reason(
                fields.required("code", Kinds.code(DeclineCode.class)),
                fields.required("text", Texts.STATEMENT));
    }

    private static LateException exception(Fields fields) {
        LateException exception =
                new LateException(
                        fields.required("kind", Kinds.code(ExceptionKind.class)),
                        fields.required("reason", Texts.STATEMENT),
                        fields.required("from", Kinds.DATE),
                        fields.optional("to", Kinds.DATE),
                        fields.required("author", Texts.TITLE));
        Rules.inOrder(fields, "from", exception.from(), "to", exception.to());
        return exception;
    }
}
