package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.PinnedKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;

/// Reloading, and adding a partner with one more file.
class OrganisationsTests {

    private static final OrganisationCode SCHOOL = new OrganisationCode("URN:900002");
    private static final String SECOND_SCHOOL =
            """
            code: URN:900002
            name: Valley School
            roles: [education-setting]
            secret: demo
            channel:
              type: cbds-xml-http
              endpoint: http://localhost:8093/cbds
              login: {type: none}
            """;

    private static final String NEIGHBOUR =
            """
            code: LA:999
            name: Southmere Council
            roles: [authority]
            channel:
              type: exchange
              endpoint: https://exchange.southmere.example
              keys:
                - kty: EC
                  crv: P-256
                  x: ${neighbour-x}
                  y: 4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM
                  from: 2026-12-01T00:00:00Z
            """;

    @TempDir Path temp;
    private Folders folder;

    @BeforeEach
    void open() {
        folder = new Folders(temp).inDemo();
    }

    @Test
    void addsASecondSchoolWithOneMoreFile() {
        Organisations organisations = folder.open();
        folder.write("valley-school.yaml", SECOND_SCHOOL);

        assertThat(organisations.reload())
                .isEqualTo(
                        new Reload.Replaced(
                                new DirectoryChanged(2, Set.of(SCHOOL), Set.of(), Set.of())));
        assertThat(organisations.find(SCHOOL)).isPresent();
        assertThat(organisations.version()).isEqualTo(2);
        assertThat(folder.events)
                .containsExactly(new DirectoryChanged(2, Set.of(SCHOOL), Set.of(), Set.of()));
    }

    @Test
    void pinsTheKeysOfANeighbouringExchange() {
        folder.with("neighbour-x", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4")
                .write("southmere.yaml", NEIGHBOUR);

        var channel = folder.open().find(new OrganisationCode("LA:999")).orElseThrow().channel();

        assertThat(channel)
                .isInstanceOfSatisfying(
                        Channel.Exchange.class,
                        exchange -> {
                            assertThat(exchange.endpoint())
                                    .hasToString("https://exchange.southmere.example");
                            assertThat(exchange.keys())
                                    .singleElement()
                                    .satisfies(OrganisationsTests::isTheNeighboursKey);
                        });
    }

    private static void isTheNeighboursKey(PinnedKey key) {
        assertThat(key.id()).isEqualTo("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s");
        assertThat(key.from()).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(key.until()).isNull();
    }

    @Test
    void saysWhichOrganisationsChangedAndWent() {
        folder.write("valley-school.yaml", SECOND_SCHOOL);
        Organisations organisations = folder.open();

        folder.write("valley-school.yaml", SECOND_SCHOOL.replace("8093", "8094"));
        organisations.reload();
        folder.delete("valley-school.yaml");
        organisations.reload();

        assertThat(folder.events)
                .containsExactly(
                        new DirectoryChanged(2, Set.of(), Set.of(SCHOOL), Set.of()),
                        new DirectoryChanged(3, Set.of(), Set.of(), Set.of(SCHOOL)));
        assertThat(organisations.find(SCHOOL)).isEmpty();
    }

    @Test
    void keepsTheOldRelationsWhenANewOneCannotBe() {
        String board =
                """
                code: ODS:QN1
                name: Board
                roles: [health-commissioner]
                serves: [LA:998]
                channel: {type: fhir-poll}
                """;
        folder.write("board.yaml", board);
        Organisations organisations = folder.open();
        folder.write("board.yaml", board.replace("LA:998", "{code: LA:997, from: 2026-04-01}"));

        assertThat(organisations.reload())
                .isInstanceOfSatisfying(
                        Reload.Refused.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(DirectoryProblem::toString)
                                        .containsExactly(
                                                "board.yaml:4: it serves LA:997, which has no file"
                                                        + " in the folder and is not the code of a"
                                                        + " practice"));
        assertThat(
                        organisations.commissionerOf(
                                new OrganisationCode("LA:998"), null, LocalDate.of(2026, 5, 1)))
                .isInstanceOf(Commissioner.One.class);
    }

    @Test
    void keepsTheOldDirectoryWholeWhenTheNewOneIsBad() {
        folder.write("valley-school.yaml", SECOND_SCHOOL);
        Organisations organisations = folder.open();
        folder.write("home.yaml", Folders.HOME.replace("Northshire", "Renamed"));
        folder.write("valley-school.yaml", SECOND_SCHOOL.replace("education-setting", "school"));

        assertThat(organisations.reload())
                .isInstanceOfSatisfying(
                        Reload.Refused.class,
                        refused ->
                                assertThat(refused.problems())
                                        .singleElement()
                                        .satisfies(
                                                problem -> {
                                                    assertThat(problem.file())
                                                            .isEqualTo("valley-school.yaml");
                                                    assertThat(problem.line()).isEqualTo(3);
                                                }));
        assertThat(organisations.home().name()).isEqualTo("Northshire County Council");
        assertThat(organisations.find(SCHOOL)).isPresent();
        assertThat(organisations.version()).isEqualTo(1);
        assertThat(folder.events).isEmpty();
    }

    @Test
    void tellsNobodyWhenNothingChanged() {
        folder.write("valley-school.yaml", SECOND_SCHOOL);
        Organisations organisations = folder.open();

        assertThat(organisations.reload())
                .isInstanceOfSatisfying(
                        Reload.Replaced.class,
                        replaced -> assertThat(replaced.change().isEmpty()).isTrue());
        assertThat(folder.events).isEmpty();
    }

    @Test
    void takesATouchedFileOnceItIsAtRest() {
        Organisations organisations = folder.open();
        assertThat(organisations.reloadIfTouched()).isEmpty();

        folder.write("valley-school.yaml", "code: half-wri");
        assertThat(organisations.reloadIfTouched()).isEmpty();
        folder.write("valley-school.yaml", SECOND_SCHOOL);
        assertThat(organisations.reloadIfTouched()).isEmpty();
        assertThat(organisations.reloadIfTouched()).containsInstanceOf(Reload.Replaced.class);
        assertThat(organisations.reloadIfTouched()).isEmpty();
    }

    @Test
    void reportsABadFileOnceAndTakesTheCorrectedOne() {
        Organisations organisations = folder.open();
        folder.write("valley-school.yaml", "code: nonsense");
        organisations.reloadIfTouched();
        assertThat(organisations.reloadIfTouched()).containsInstanceOf(Reload.Refused.class);
        assertThat(organisations.reloadIfTouched()).isEmpty();

        folder.write("valley-school.yaml", SECOND_SCHOOL);
        organisations.reloadIfTouched();
        assertThat(organisations.reloadIfTouched()).containsInstanceOf(Reload.Replaced.class);
    }

    @Test
    void refusesToStartWithABadFolder() {
        folder.write("home.yaml", Folders.HOME.replace("authority", "council"));

        assertThatThrownBy(folder::open)
                .isInstanceOf(DirectoryRefused.class)
                .hasMessageContaining("home.yaml:3: 'council' is not a role");
    }

    @Test
    void takesSecretsFromTheEnvironmentOutsideTheDemo() {
        folder = new Folders(temp).with("HOME_SECRET", "correct horse battery staple");
        folder.write("home.yaml", Folders.HOME + "secret: ${HOME_SECRET}\n");

        assertThat(folder.open().home().secretHash()).startsWith("{bcrypt}");
        assertThat(folder.open().home().toString()).doesNotContain("horse");
    }
}
