package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ehcexchange.canonical.OrganisationCode;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;

/// The directory that ships with the project.
class DemoDirectoryTests {

    private final MockEnvironment environment = new MockEnvironment();

    private Organisations open() {
        var settings = new DirectorySettings("directory", "LA:998", Duration.ZERO);
        return new Organisations(new DirectoryFolder(settings, environment), _ -> {});
    }

    private static OrganisationCode code(String code) {
        return new OrganisationCode(code);
    }

    @Test
    void holdsTheOrganisationsOfTheDemo() {
        environment.setActiveProfiles("demo");

        assertThat(open().all())
                .extracting(organisation -> organisation.code().value())
                .containsExactly(
                        "LA:998",
                        "LA:999",
                        "ODS:01N",
                        "ODS:01S",
                        "ODS:QN1",
                        "ODS:QS1",
                        "ODS:RN1",
                        "ODS:RN8",
                        "SVC:northshire-csc",
                        "SVC:northshire-eps",
                        "URN:900001",
                        "URN:900002");
        assertThat(open().home().code()).isEqualTo(code("LA:998"));
    }

    @Test
    void reachesTheSimulatorsAtThePortsThatAreSet() {
        environment.setActiveProfiles("demo");
        environment.setProperty("exchange.simulator.fhir-port", "40001");
        environment.setProperty("exchange.simulator.sftp-port", "40002");

        assertThat(open().find(code("ODS:RN1")).orElseThrow().channel())
                .isInstanceOfSatisfying(
                        Channel.Fhir.class,
                        fhir ->
                                assertThat(fhir.endpoint())
                                        .isEqualTo(
                                                URI.create(
                                                        "http://localhost:40001/fhir/$process-message")));
        assertThat(open().find(code("URN:900001")).orElseThrow().channel())
                .isInstanceOfSatisfying(
                        Channel.CbdsOverSftp.class,
                        sftp -> assertThat(sftp.port()).isEqualTo(40002));
    }

    @Test
    void findsACouncilByItsOdsCode() {
        environment.setActiveProfiles("demo");

        assertThat(open().findByOdsCode("ZL998").orElseThrow().code()).isEqualTo(code("LA:998"));
        assertThat(open().findByOdsCode("RN1").orElseThrow().code()).isEqualTo(code("ODS:RN1"));
        assertThat(open().findByOdsCode("XX1")).isEmpty();
    }

    @Test
    void knowsWhoCommissionsForWhom() {
        environment.setActiveProfiles("demo");
        Organisations directory = open();
        LocalDate today = LocalDate.of(2026, 11, 23);

        assertThat(directory.commissionerOf(code("LA:998"), null, today))
                .isEqualTo(new Commissioner.One(directory.find(code("ODS:QN1")).orElseThrow()));
        assertThat(directory.commissionerOf(code("LA:998"), null, LocalDate.of(2020, 1, 1)))
                .isEqualTo(new Commissioner.One(directory.find(code("ODS:01N")).orElseThrow()));
        assertThat(directory.commissionerOf(code("LA:998"), code("ODS:Z99001"), today))
                .isEqualTo(new Commissioner.One(directory.find(code("ODS:QS1")).orElseThrow()));
        assertThat(directory.servicesOf(code("LA:998"), Role.SOCIAL_CARE, today))
                .extracting(Organisation::code)
                .containsExactly(code("SVC:northshire-csc"));
    }

    @Test
    void keepsOnlyTheHashOfTheDemoSecret() {
        environment.setActiveProfiles("demo");
        String hash = open().home().secretHash();

        assertThat(hash).startsWith("{bcrypt}");
        assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder().matches("demo", hash))
                .isTrue();
    }

    @Test
    void doesNotStartOutsideTheDemo() {
        assertThatThrownBy(this::open)
                .isInstanceOf(DirectoryRefused.class)
                .hasMessageContaining("northshire.yaml:6: 'secret' is in plain text")
                .hasMessageContaining(
                        "hilltop-school.yaml:13: 'host-key' may be unchecked in the demo")
                .hasMessageContaining("start again");
    }
}
