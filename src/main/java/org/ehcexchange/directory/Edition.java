package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The directory as it was read once; never changes.
final class Edition implements Directory {

    private final long version;
    private final Map<OrganisationCode, Organisation> byCode = new LinkedHashMap<>();
    private final Map<String, Organisation> byOdsCode = new HashMap<>();
    private final List<Organisation> all;
    private final List<Organisation> succeeded;

    Edition(long version, Collection<Organisation> organisations) {
        this.version = version;
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
