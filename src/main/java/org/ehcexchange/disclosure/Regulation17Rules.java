package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.PlanDisclosure;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.disclosure.DisclosureRule.Condition;

import java.util.List;
import java.util.stream.Stream;

/// The second fact: where no duty sends a plan, it is not disclosed but on one of the grounds of
/// reg. 17 of the SEND Regulations 2014.
final class Regulation17Rules {

    static final String RESTRICTION = "SEND Regulations 2014, reg. 17(1)";

    private final Tables tables;

    Regulation17Rules(Tables tables) {
        this.tables = tables;
    }

    Stream<DisclosureRule> all() {
        return Stream.of(
                new Condition("ground of disclosure named", RESTRICTION, this::named),
                new Condition("ground of disclosure fits", RESTRICTION, this::fits),
                new Condition("what it is for named", RESTRICTION, this::referenceNamed));
    }

    private List<Violation> named(Passage passage) {
        return Reasons.when(
                tables.restsOnRegulation17(passage) && passage.disclosure() == null,
                () ->
                        new Violation(
                                "/ground/disclosure",
                                "No duty sends the plan to this recipient, and the message names no"
                                        + " ground on which it may be told.",
                                "Name the ground: "
                                        + Reasons.codes(
                                                tables.disclosures().stream()
                                                        .map(DisclosureLine::kind)
                                                        .toList())
                                        + "."));
    }

    private List<Violation> fits(Passage passage) {
        return tables.disclosure(passage).stream()
                .filter(line -> !line.mayGoTo(passage.recipient()))
                .map(
                        line ->
                                new Violation(
                                        "/ground/disclosure/kind",
                                        "This ground does not concern the role of the recipient.",
                                        "Send it to an organisation whose role is "
                                                + Reasons.codes(line.to())
                                                + ", or name another ground."))
                .toList();
    }

    private List<Violation> referenceNamed(Passage passage) {
        PlanDisclosure disclosure = passage.disclosure();
        return Reasons.when(
                tables.restsOn(Basis.REFERENCE, passage)
                        && disclosure != null
                        && disclosure.reference() == null,
                () ->
                        new Violation(
                                "/ground/disclosure/reference",
                                "The message does not say which case, inspection or request the"
                                        + " plan is for.",
                                "Name it in words in ground.disclosure.reference."));
    }
}
