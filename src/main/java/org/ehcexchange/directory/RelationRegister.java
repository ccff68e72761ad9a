package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Checks whom the organisations say they serve and belong to.
///
/// An authority may have two commissioners on one day: its boundary need not be theirs. A practice
/// has one, because that one is responsible for its patients.
final class RelationRegister {

    /// A general practice's ODS code: a letter and five digits (NHS Data Dictionary, Organisation
    /// Code). Practices take no part in messages, so a code is all that is known of them.
    private static final Pattern PRACTICE = Pattern.compile("ODS:[A-Z][0-9]{5}");

    private final Map<OrganisationCode, Organisation> byCode;
    private final List<DirectoryProblem> problems;
    private final Map<OrganisationCode, List<Claim>> practices = new HashMap<>();

    RelationRegister(Map<OrganisationCode, Organisation> byCode, List<DirectoryProblem> problems) {
        this.byCode = byCode;
        this.problems = problems;
    }

    /// @param during no longer than the commissioner itself
    private record Claim(Entry by, Relation during) {}

    void check(Entry entry) {
        entry.organisation().serves().forEach(relation -> checkServed(entry, relation));
        entry.organisation().belongsTo().forEach(relation -> checkOwner(entry, relation));
        checkOnce(entry, entry.organisation().serves());
        checkOnce(entry, entry.organisation().belongsTo());
    }

    private void checkServed(Entry entry, Relation relation) {
        OrganisationCode served = relation.to();
        Organisation known = byCode.get(served);
        if (known == null && isPractice(served)) {
            claim(entry, relation);
        } else if (known == null) {
            problems.add(
                    entry.problem(
                            served,
                            "it serves %s, which has no file in the folder and is not the code of a practice"
                                    .formatted(served)));
        } else if (!known.is(Role.AUTHORITY)) {
            problems.add(
                    entry.problem(
                            served,
                            "it serves %s, which is neither an authority nor a practice"
                                    .formatted(served)));
        }
    }

    private static boolean isPractice(OrganisationCode code) {
        return PRACTICE.matcher(code.value()).matches();
    }

    private void claim(Entry entry, Relation relation) {
        Organisation commissioner = entry.organisation();
        Claim claim =
                new Claim(entry, relation.within(commissioner.opensOn(), commissioner.closesOn()));
        List<Claim> others = practices.computeIfAbsent(relation.to(), _ -> new ArrayList<>());
        others.stream()
                .filter(
                        other ->
                                !other.by().equals(entry)
                                        && other.during().overlaps(claim.during()))
                .findFirst()
                .ifPresent(other -> refuseTwo(entry, relation.to(), other));
        others.add(claim);
    }

    private void refuseTwo(Entry entry, OrganisationCode practice, Claim other) {
        problems.add(
                entry.problem(
                        practice,
                        "the practice %s is served by %s (%s) on the same days: a practice has one commissioner"
                                .formatted(
                                        practice,
                                        other.by().organisation().code(),
                                        other.by().file())));
    }

    private void checkOwner(Entry entry, Relation relation) {
        @Nullable Organisation owner = byCode.get(relation.to());
        if (owner == null) {
            problems.add(
                    entry.problem(
                            relation.to(),
                            "it belongs to %s, which has no file in the folder"
                                    .formatted(relation.to())));
        } else if (!owner.is(Role.AUTHORITY)) {
            problems.add(
                    entry.problem(
                            relation.to(),
                            "it belongs to %s, which is not an authority"
                                    .formatted(relation.to())));
        }
    }

    private void checkOnce(Entry entry, List<Relation> relations) {
        for (int i = 0; i < relations.size(); i++) {
            Relation relation = relations.get(i);
            if (relations.subList(0, i).stream()
                    .anyMatch(
                            before ->
                                    before.to().equals(relation.to())
                                            && before.overlaps(relation))) {
                problems.add(
                        entry.problem(
                                relation.to(),
                                relation.to() + " is named twice for the same days"));
            }
        }
    }
}
