package org.ehcexchange.testing;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.People;
import org.ehcexchange.directory.Person;
import org.ehcexchange.directory.Role;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A directory in memory that a test can change.
public final class TestDirectory implements Directory, People {

    /// Hash of the secret `correct-horse`.
    public static final String HASH =
            "{bcrypt}"
                    + new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder(4)
                            .encode("correct-horse");

    private final Map<OrganisationCode, Organisation> all = new ConcurrentHashMap<>();

    /// Northshire (home), its trust, its social care and a school.
    public static TestDirectory northshire() {
        TestDirectory directory = new TestDirectory();
        directory.put("LA:998", Role.AUTHORITY, null);
        directory.put("LA:999", Role.AUTHORITY, null);
        directory.put("ODS:RN1", Role.HEALTH_PROVIDER, null);
        directory.put("SVC:northshire-csc", Role.SOCIAL_CARE, null);
        directory.put("URN:900001", Role.EDUCATION_SETTING, null);
        directory.put("ODS:01N", Role.HEALTH_COMMISSIONER, LocalDate.of(2022, 7, 1));
        return directory;
    }

    private final Map<String, Person> people = new ConcurrentHashMap<>();

    public void put(Person person) {
        people.put(person.signIn(), person);
    }

    public void remove(Person person) {
        people.remove(person.signIn());
    }

    @Override
    public Optional<Person> person(String signIn) {
        return Optional.ofNullable(people.get(signIn));
    }

    @Override
    public List<Person> peopleOf(OrganisationCode organisation) {
        return people.values().stream()
                .filter(person -> person.organisation().equals(organisation))
                .toList();
    }

    public void put(String code, Role role, @Nullable LocalDate closesOn) {
        put(code, role, closesOn, HASH);
    }

    public void put(
            String code, Role role, @Nullable LocalDate closesOn, @Nullable String secretHash) {
        OrganisationCode key = new OrganisationCode(code);
        all.put(
                key,
                new Organisation(
                        key,
                        "Organisation " + code,
                        Set.of(role),
                        key.scheme().equals("ODS") ? key.id() : null,
                        null,
                        closesOn,
                        List.of(),
                        closesOn == null ? new Channel.CanonicalPull() : null,
                        secretHash));
    }

    @Override
    public Optional<Organisation> find(OrganisationCode code) {
        return Optional.ofNullable(all.get(code));
    }

    @Override
    public Optional<Organisation> findByOdsCode(String odsCode) {
        return all.values().stream().filter(o -> odsCode.equals(o.odsCode())).findFirst();
    }

    @Override
    public List<Organisation> all() {
        return all.values().stream().sorted(Comparator.comparing(o -> o.code().value())).toList();
    }

    @Override
    public long version() {
        return 1;
    }
}
