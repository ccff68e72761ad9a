package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.OrganisationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

import java.nio.file.Path;

/// Who of an organisation may sign in to the pages.
class PeopleTests {

    private static final String PEOPLE =
            """
            people:
              - sign-in: Morgan@northshire.example
                name: Morgan Hale
                duties: [caseworker, auditor]
                password: ${MORGAN}
                email: M.Hale@northshire.example
              - sign-in: ines@northshire.example
                name: Ines Porter
                duties: [engineer]
            """;
    private static final OrganisationCode HOME = new OrganisationCode("LA:998");

    @Test
    void areFoundByWhatTheySignInWithInAnyCase(@TempDir Path temp) {
        People people = open(temp);

        Person morgan = people.person("MORGAN@northshire.example").orElseThrow();

        assertThat(morgan.name()).isEqualTo("Morgan Hale");
        assertThat(morgan.organisation()).isEqualTo(HOME);
        assertThat(morgan.duties()).containsExactlyInAnyOrder(Duty.CASEWORKER, Duty.AUDITOR);
        assertThat(people.person("nobody@northshire.example")).isEmpty();
    }

    @Test
    void havePasswordsKeptAsHashesOnlyOrNone(@TempDir Path temp) {
        People people = open(temp);

        assertThat(people.person("ines@northshire.example").orElseThrow().secretHash()).isNull();
        assertThat(people.person("morgan@northshire.example").orElseThrow().secretHash())
                .satisfies(
                        hash ->
                                assertThat(
                                                PasswordEncoderFactories
                                                        .createDelegatingPasswordEncoder()
                                                        .matches("a long one", hash))
                                        .isTrue());
    }

    @Test
    void areWrittenToWhereTheirFileSaysAndNowhereElse(@TempDir Path temp) {
        People people = open(temp);

        Person morgan = people.person("morgan@northshire.example").orElseThrow();

        assertThat(morgan.email()).isEqualTo("M.Hale@northshire.example");
        assertThat(people.person("ines@northshire.example").orElseThrow().email()).isNull();
        assertThat(morgan.toString()).doesNotContain("@", "bcrypt");
    }

    @Test
    void areGoneAfterAReloadThatNoLongerHasThem(@TempDir Path temp) {
        Folders folder =
                new Folders(temp)
                        .with("MORGAN", "a long one")
                        .write("home.yaml", Folders.HOME + PEOPLE);
        Organisations organisations = folder.open();
        assertThat(organisations.peopleOf(HOME))
                .extracting(Person::name)
                .containsExactly("Ines Porter", "Morgan Hale");

        folder.write("home.yaml", Folders.HOME);
        organisations.reload();

        assertThat(organisations.peopleOf(HOME)).isEmpty();
        assertThat(organisations.person("ines@northshire.example")).isEmpty();
    }

    private static People open(Path temp) {
        return new Folders(temp)
                .with("MORGAN", "a long one")
                .write("home.yaml", Folders.HOME + PEOPLE)
                .open();
    }
}
