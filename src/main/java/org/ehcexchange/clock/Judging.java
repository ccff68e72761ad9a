package org.ehcexchange.clock;

import org.ehcexchange.canonical.Violation;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Holds one excuse against one rule, and gathers everything that speaks against it.
record Judging(Rule rule, Term term, Excuse excuse) {

    private static final int SHORTEST_TEXT = 3;

    Verdict verdict() {
        List<Violation> reasons = new ArrayList<>();
        reasons.addAll(evidence());
        rule.neverExcusedBy().forEach(never -> reasons.addAll(refuse(never)));
        Exemption exemption = exemption();
        LocalDate until = excuse.until();
        if (exemption == null && reasons.stream().noneMatch(it -> it.pointer().equals("/kind"))) {
            reasons.add(unknownKind());
        }
        if (exemption != null) {
            reasons.addAll(new Conditions(exemption, term, excuse).unmet());
        }
        return exemption == null || until == null || !reasons.isEmpty()
                ? new Verdict.Refused(reasons)
                : new Verdict.Accepted(exemption.kind(), exemption.provision(), until);
    }

    private @Nullable Exemption exemption() {
        return rule.excusedBy().stream()
                .filter(it -> it.kind().equals(excuse.kind()))
                .findFirst()
                .orElse(null);
    }

    private List<Violation> evidence() {
        List<Violation> lacks = new ArrayList<>();
        if (excuse.reason().strip().length() < SHORTEST_TEXT) {
            lacks.add(
                    new Violation("/reason", "It gives no reason.", "Say in words what happened."));
        }
        if (excuse.author().strip().length() < SHORTEST_TEXT) {
            lacks.add(
                    new Violation("/author", "Nobody vouches for it.", "Name the role that does."));
        }
        if (excuse.to() != null && excuse.to().isBefore(excuse.from())) {
            lacks.add(new Violation("/to", "It ends before it begins.", "Correct from or to."));
        }
        if (excuse.until() == null) {
            lacks.add(
                    new Violation(
                            "/expectedBy",
                            "Nothing says how long it is relied on.",
                            "Give to, its last day, or expectedBy, the day the duty is promised"
                                    + " for."));
        }
        return lacks;
    }

    private List<Violation> refuse(NoExemption never) {
        List<Violation> reasons = new ArrayList<>();
        if (never.kind().equals(excuse.kind())) {
            reasons.add(new Violation("/kind", never.because(), remedy()));
        } else if (never.isSaidIn(excuse.reason())) {
            reasons.add(new Violation("/reason", never.because(), remedy()));
        }
        return reasons;
    }

    private Violation unknownKind() {
        return new Violation(
                "/kind", "%s has no such exception.".formatted(rule.provision()), remedy());
    }

    private String remedy() {
        return rule.excusedBy().isEmpty()
                ? "Nothing excuses lateness here: do it, and record why it was late."
                : rule.excusedBy().stream()
                        .map(it -> "%s: %s".formatted(it.kind(), it.words()))
                        .collect(Collectors.joining("; ", "The exceptions are ", "."));
    }
}
