package org.ehcexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Component;

import java.util.List;

/// Each rule holds for every class of the program, and is shown to reject one that breaks it.
class HouseTests {

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.ehcexchange");

    static List<HouseRule> rules() {
        return HouseRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsForTheProgram(HouseRule rule) {
        assertThat(rule.rule().evaluate(PROGRAM).getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rejectsWhatBreaksIt(HouseRule rule) {
        JavaClasses fixture = new ClassFileImporter().importClasses(rule.brokenBy());
        assertThat(rule.rule().evaluate(fixture).hasViolation()).isTrue();
    }

    @Test
    void onlyTheGateClears() {
        HouseRules.onlyTheGateClears().check(PROGRAM);
    }

    /// Spring names a bean by its type's simple name, whatever its package.
    @Test
    void noTwoBeansHaveOneName() {
        assertThat(
                        PROGRAM.stream()
                                .filter(type -> type.isMetaAnnotatedWith(Component.class))
                                .filter(type -> !type.isAnnotation())
                                .map(JavaClass::getSimpleName))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void looksAtTheWholeProgram() {
        assertThat(PROGRAM).hasSizeGreaterThan(50);
    }
}
