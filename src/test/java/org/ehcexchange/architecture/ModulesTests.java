package org.ehcexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import com.tngtech.archunit.library.dependencies.syntax.GivenSlices;

import org.ehcexchange.Exchange;
import org.ehcexchange.architecture.fixture.modules.SmallHouse;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

import java.util.List;

/// The house is divided as its package-info files say.
class ModulesTests {

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.ehcexchange");

    private static final JavaClasses ROOMS =
            new ClassFileImporter().importPackages("org.ehcexchange.architecture.fixture.rooms");

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

    /// Neither modules nor the rooms of one: whoever changes a package need not know what is built
    /// on it.
    @Test
    void noTwoPackagesNeedEachOther() {
        assertThat(cyclesIn(PROGRAM)).isEmpty();
    }

    @Test
    void refusesTwoRoomsThatNeedEachOther() {
        assertThat(cyclesIn(ROOMS)).isNotEmpty();
    }

    /// Whoever changes how advice is answered need not think of plans that move.
    @Test
    void noKindOfConversationUsesAnother() {
        assertThat(usesAmong("ledger.(advice|transfer|commissioner)", PROGRAM)).isEmpty();
    }

    @Test
    void refusesARoomThatUsesItsNeighbour() {
        assertThat(usesAmong("architecture.fixture.rooms.(front|back)", ROOMS)).isNotEmpty();
    }

    private static List<String> cyclesIn(JavaClasses house) {
        return faults(slices("(**)").should().beFreeOfCycles(), house);
    }

    private static List<String> usesAmong(String rooms, JavaClasses house) {
        return faults(slices(rooms).should().notDependOnEachOther(), house);
    }

    private static GivenSlices slices(String packages) {
        return SlicesRuleDefinition.slices().matching("org.ehcexchange." + packages);
    }

    private static List<String> faults(ArchRule rule, JavaClasses house) {
        return rule.evaluate(house).getFailureReport().getDetails();
    }

    private static ApplicationModules smallHouse() {
        return ApplicationModules.of(SmallHouse.class, new ImportOption.OnlyIncludeTests());
    }

    private List<String> moduleNames() {
        return house.stream().map(module -> module.getIdentifier().toString()).toList();
    }
}
