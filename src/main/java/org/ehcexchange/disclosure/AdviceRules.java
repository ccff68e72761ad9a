package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.disclosure.DisclosureRule.Condition;
import org.ehcexchange.disclosure.DisclosureRule.Remark;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Advice that was given before is not asked for again where the adviser, the authority and the
/// parent or young person are all satisfied that it is sufficient; two of them are not enough.
final class AdviceRules {

    private static final String NO_RE_ASK = "SEND Regulations 2014, reg. 6(4)";

    Stream<DisclosureRule> all() {
        return Stream.of(
                new Condition("not asked again", NO_RE_ASK, AdviceRules::sufficient),
                new Remark("asked again", NO_RE_ASK, AdviceRules::askedAgain));
    }

    private static List<Violation> sufficient(Passage passage) {
        return Reasons.when(
                satisfied(passage).size() == Agreement.By.values().length,
                () ->
                        new Violation(
                                "/adviceType",
                                "The adviser, the authority and the parent or young person have"
                                        + " agreed that the advice given before is sufficient.",
                                "Use that advice; ask again only once one of the three has taken"
                                        + " the agreement back."));
    }

    private static List<String> askedAgain(Passage passage) {
        Set<Agreement.By> missing = EnumSet.complementOf(satisfied(passage));
        return missing.size() == Agreement.By.values().length
                ? List.of()
                : List.of(
                        "asked again: that the advice given before is sufficient is not agreed by "
                                + Reasons.codes(missing).replace(" or ", " and "));
    }

    private static EnumSet<Agreement.By> satisfied(Passage passage) {
        EnumSet<Agreement.By> satisfied = EnumSet.noneOf(Agreement.By.class);
        passage.facts().agreements().stream()
                .filter(agreement -> concerns(agreement, passage))
                .forEach(agreement -> satisfied.add(agreement.by()));
        return satisfied;
    }

    private static boolean concerns(Agreement agreement, Passage passage) {
        return passage.message() instanceof AdviceRequest request
                && agreement.adviceType() == request.adviceType()
                && passage.isPast(agreement.on())
                && (agreement.adviser() == null
                        || agreement.adviser().equals(passage.recipient().code()));
    }
}
