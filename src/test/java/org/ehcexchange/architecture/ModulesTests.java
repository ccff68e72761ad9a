package org.ehcexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;

import org.ehcexchange.Exchange;
import org.ehcexchange.architecture.fixture.modules.SmallHouse;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

import java.util.List;

/// The house is divided as its package-info files say.
class ModulesTests {

    private final ApplicationModules house = ApplicationModules.of(Exchange.class);

    @Test
    void eachModuleUsesOnlyWhatItDeclares() {
        house.verify();
    }

    @Test
    void theAgenciesAreModulesOfTheirOwn() {
        assertThat(moduleNames())
                .contains(
                        "agency.authority",
                        "agency.education",
                        "agency.health",
                        "agency.socialcare");
    }

    @Test
    void refusesAModuleThatUsesWhatItDidNotDeclare() {
        assertThatThrownBy(() -> smallHouse().verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("'first' depends on module 'second'");
    }

    @Test
    void refusesAnAgencyThatUsesAnother() {
        assertThatThrownBy(() -> smallHouse().verify())
                .hasMessageContaining("'parent.left' depends on module 'parent.right'");
    }

    private static ApplicationModules smallHouse() {
        return ApplicationModules.of(SmallHouse.class, new ImportOption.OnlyIncludeTests());
    }

    private List<String> moduleNames() {
        return house.stream().map(module -> module.getIdentifier().toString()).toList();
    }
}
