package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Kind;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.canonical.Rules;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.clock.Excuse;

import java.time.LocalDate;
import java.util.List;

/// Reads an exemption: the form only; whether it holds is for the rule to say.
final class ExemptionReader {

    private static final int LONGEST_WORD = 40;

    private static final Kind<Excuse.Closure> CLOSURE = Kind.object(ExemptionReader::closure);

    private static final Kind<String> RULE = Kind.text(ExemptionReader::rule, "");
    private static final Kind<String> WORD = Kind.text(ExemptionReader::word, "");

    private ExemptionReader() {}

    static Matter read(Fields fields, String author) {
        String rule = fields.required("rule", RULE);
        LocalDate from = fields.required("from", Kinds.DATE);
        Excuse excuse =
                new Excuse(
                        fields.required("exception", WORD),
                        fields.required("reason", Texts.STATEMENT),
                        from,
                        fields.optional("to", Kinds.DATE),
                        author,
                        fields.optional("expectedBy", Kinds.DATE),
                        fields.optional("closure", CLOSURE));
        Rules.inOrder(fields, "from", from, "to", excuse.to());
        return new Matter.Exempted(rule, excuse, fields.optional("institution", Texts.TITLE));
    }

    private static Parsed<String> rule(String text) {
        List<String> rules = CaseEvents.SHIPPED.rules();
        return rules.contains(text)
                ? new Parsed.Value<>(text)
                : new Parsed.Problem<>(
                        "This is no time limit of the authority's in a case.",
                        "Use one of: " + String.join(", ", rules) + ".");
    }

    private static Parsed<String> word(String text) {
        return text.matches("[a-z0-9]+(-[a-z0-9]+){0,6}") && text.length() <= LONGEST_WORD
                ? new Parsed.Value<>(text)
                : new Parsed.Problem<>(
                        "This is not the word of an exception.",
                        "Use a word of the rule, such as absent-4-weeks.");
    }

    private static Excuse.Closure closure(Fields fields) {
        Excuse.Closure closure =
                new Excuse.Closure(
                        fields.required("closedOn", Kinds.DATE),
                        fields.required("reopensOn", Kinds.DATE),
                        fields.required("adviceRequestedOn", Kinds.DATE));
        Rules.inOrder(fields, "closedOn", closure.closedOn(), "reopensOn", closure.reopensOn());
        return closure;
    }
}
