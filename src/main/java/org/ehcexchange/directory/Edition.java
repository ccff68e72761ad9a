package org.ehcexchange.directory;

import static java.util.function.Function.identity;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The directory as it was read once; never changes.
final class Edition implements Directory, People {

    private final long version;
    private final Map<OrganisationCode, Organisation> byCode = new LinkedHashMap<>();
    private final Map<String, Organisation> byOdsCode = new HashMap<>();
    private final List<Organisation> all;
    private final List<Organisation> succeeded;
    private final Map<String, Person> people;
    private volatile @Nullable Takeover takeover;

    Edition(long version, Collection<Organisation> organisations) {
        this(version, organisations, List.of());
    }

    Edition(long version, Collection<Organisation> organisations, List<Person> people) {
        this.version = version;
        this.people =
                people.stream().collect(Collectors.toUnmodifiableMap(Person::signIn, identity()));
        organisations.stream()
                .sorted(Comparator.comparing(organisation -> organisation.code().value()))
                .forEach(this::add);
        this.all = List.copyOf(byCode.values());
        this.succeeded =
                all.stream().filter(organisation -> !organisation.successors().isEmpty()).toList();
    }

    private void add(Organisation organisation) {
        byCode.put(organisation.code(), organisation);
        if (organisation.odsCode() != null) {
            byOdsCode.put(organisation.odsCode(), organisation);
        }
    }

    @Override
    public Optional<Organisation> find(OrganisationCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    @Override
    public Optional<Organisation> findByOdsCode(String odsCode) {
        return Optional.ofNullable(byOdsCode.get(odsCode));
    }

    @Override
    public List<Organisation> all() {
        return all;
    }

    @Override
    public List<Organisation> succeeded() {
        return succeeded;
    }

    @Override
    public Optional<Person> person(String signIn) {
        return Optional.ofNullable(people.get(signIn.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<Person> peopleOf(OrganisationCode organisation) {
        return people.values().stream()
                .filter(person -> person.organisation().equals(organisation))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    @Override
    public List<OrganisationCode> predecessors(OrganisationCode code, LocalDate day) {
        Takeover known = takeover;
        if (known == null || !known.day().equals(day)) {
            known = new Takeover(day, takenOver(day));
            takeover = known;
        }
        return known.predecessors().getOrDefault(code, List.of());
    }

    /// Who stands for whom on a day; asked of every message, and worked out once.
    private record Takeover(
            LocalDate day, Map<OrganisationCode, List<OrganisationCode>> predecessors) {}

    private Map<OrganisationCode, List<OrganisationCode>> takenOver(LocalDate day) {
        Map<OrganisationCode, List<OrganisationCode>> predecessors = new HashMap<>();
        for (Organisation closed : succeeded) {
            if (current(closed.code(), day) instanceof Current.Succeeded standing) {
                predecessors
                        .computeIfAbsent(standing.organisation().code(), _ -> new ArrayList<>())
                        .add(closed.code());
            }
        }
        return predecessors;
    }

    @Override
    public long version() {
        return version;
    }

    /// What is different in the edition that follows this one.
    DirectoryChanged changesTo(Edition next) {
        return new DirectoryChanged(
                next.version,
                codes(next, code -> !byCode.containsKey(code)),
                codes(next, code -> differs(byCode.get(code), next.byCode.get(code))),
                codes(this, code -> !next.byCode.containsKey(code)));
    }

    private static Set<OrganisationCode> codes(
            Edition edition, Predicate<OrganisationCode> chosen) {
        return edition.byCode.keySet().stream().filter(chosen).collect(Collectors.toSet());
    }

    private static boolean differs(@Nullable Organisation before, @Nullable Organisation after) {
        return before != null && !before.equals(after);
    }
}
