package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ehcexchange.canonical.OrganisationCode;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

import java.net.URI;
import java.time.Duration;

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
                        "SVC:northshire-csc",
                        "SVC:northshire-eps",
                        "URN:900001");
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
                        "hilltop-school.yaml:12: 'host-key' may be unchecked in the demo")
                .hasMessageContaining("start again");
    }
}
