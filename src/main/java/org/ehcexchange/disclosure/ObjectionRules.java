package org.ehcexchange.disclosure;

import org.ehcexchange.disclosure.DisclosureRule.Remark;

import java.util.List;
import java.util.stream.Stream;

/// The fourth fact: an objection that was noted. It stops nothing by itself; what it means for
/// consent and for an opinion, those rules say. Whoever sends is told of it.
final class ObjectionRules {

    private static final String OBJECTION = "UK GDPR, art. 21(1)";

    private final Tables tables;

    ObjectionRules(Tables tables) {
        this.tables = tables;
    }

    Stream<DisclosureRule> all() {
        return Stream.of(new Remark("objection noted", OBJECTION, this::told));
    }

    private List<String> told(Passage passage) {
        return noted(passage).stream().map(objection -> told(objection, passage)).toList();
    }

    private String told(Objection objection, Passage passage) {
        return "objection noted: by %s on %s, to telling %s; %s"
                .formatted(
                        objection.by().code(),
                        objection.notedOn(),
                        passage.recipient().code(),
                        tables.disclosure(passage)
                                .map(line -> "it does not stop the ground " + line.kind().code())
                                .orElse("it does not stop what a duty sends"));
    }

    /// Those against this recipient, by the day.
    static List<Objection> noted(Passage passage) {
        return passage.facts().objections().stream()
                .filter(objection -> passage.isPast(objection.notedOn()))
                .filter(objection -> objection.about().includes(passage.recipient()))
                .toList();
    }
}
