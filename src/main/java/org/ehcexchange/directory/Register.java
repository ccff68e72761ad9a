package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The checks that need every organisation at once.
final class Register {

    private final List<Entry> entries;
    private final List<DirectoryProblem> problems;
    private final Map<OrganisationCode, Organisation> byCode;

    Register(List<Entry> entries, List<DirectoryProblem> problems) {
        this.entries = entries;
        this.problems = problems;
        this.byCode =
                entries.stream()
                        .map(Entry::organisation)
                        .collect(
                                Collectors.toMap(
                                        Organisation::code, Function.identity(), (a, _) -> a));
    }

    void check(OrganisationCode home) {
        checkCodes();
        entries.forEach(this::checkSuccessors);
        entries.forEach(new RelationRegister(byCode, problems)::check);
        entries.forEach(new KeyRegister(problems)::check);
        checkPeople();
        checkHome(home);
    }

    private void checkCodes() {
        Map<String, Entry> seen = new HashMap<>();
        for (Entry entry : entries) {
            refuseTwice(seen.putIfAbsent(entry.organisation().code().value(), entry), entry);
            String ods = entry.organisation().odsCode();
            if (ods != null) {
                refuseTwice(seen.putIfAbsent("ods-code " + ods, entry), entry);
            }
        }
    }

    private void checkPeople() {
        Map<String, Entry> seen = new HashMap<>();
        for (Entry entry : entries) {
            for (Person person : entry.people()) {
                Entry first = seen.putIfAbsent(person.signIn(), entry);
                if (first != null && !first.equals(entry)) {
                    problems.add(
                            entry.problem(
                                    person,
                                    "'sign-in' is also that of somebody in "
                                            + first.file()
                                            + ": each person has their own"));
                }
            }
        }
    }

    private void refuseTwice(@Nullable Entry first, Entry second) {
        if (first != null) {
            problems.add(
                    second.problem(
                            "has the same code or ods-code as "
                                    + first.file()
                                    + ": keep one of the two"));
        }
    }

    private void checkSuccessors(Entry entry) {
        for (OrganisationCode successor : entry.organisation().successors()) {
            if (!byCode.containsKey(successor)) {
                problems.add(
                        entry.problem("its successor " + successor + " has no file in the folder"));
            } else if (leadsTo(successor, entry.organisation().code(), new HashSet<>())) {
                problems.add(
                        entry.problem(
                                "its successor " + successor + " is succeeded by it in turn"));
            }
        }
    }

    private boolean leadsTo(
            OrganisationCode from, OrganisationCode to, Set<OrganisationCode> been) {
        if (from.equals(to)) {
            return true;
        }
        Organisation organisation = byCode.get(from);
        return been.add(from)
                && organisation != null
                && organisation.successors().stream().anyMatch(next -> leadsTo(next, to, been));
    }

    private void checkHome(OrganisationCode home) {
        Organisation organisation = byCode.get(home);
        if (organisation == null) {
            problems.add(
                    DirectoryProblem.ofTheWhole(
                            "exchange.directory.home is "
                                    + home
                                    + ", but no file in the folder has that code"));
        } else if (!organisation.is(Role.AUTHORITY)) {
            problems.add(
                    DirectoryProblem.ofTheWhole(
                            "exchange.directory.home is "
                                    + home
                                    + ", which does not have the role authority"));
        } else if (organisation.channel() instanceof Channel.Exchange) {
            problems.add(
                    DirectoryProblem.ofTheWhole(
                            "exchange.directory.home is "
                                    + home
                                    + ", whose channel is exchange, which would be this one: give"
                                    + " it a channel such as canonical-pull"));
        }
    }
}
