package org.ehcexchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Every example of every agency, and that no mapping is without a passing and a failing one.
class MappingExamplesTests {

    private final MappingSet set = MappingFolder.read(Path.of("mappings"));

    @TestFactory
    Stream<DynamicTest> everyExampleHolds() {
        return set.examples().stream()
                .map(
                        example ->
                                DynamicTest.dynamicTest(
                                        example.folder().toString(),
                                        () ->
                                                example.check(set)
                                                        .ifPresent(p -> fail(p.toString()))));
    }

    @TestFactory
    Stream<DynamicContainer> everyMappingHasExamples() {
        return set.mappings().keySet().stream()
                .map(
                        key ->
                                DynamicContainer.dynamicContainer(
                                        key.toString(),
                                        List.of(
                                                hasExample(key, "passing", true),
                                                hasExample(key, "failing", false))));
    }

    private DynamicTest hasExample(MappingKey key, String kind, boolean passes) {
        return DynamicTest.dynamicTest(
                "has a " + kind + " example",
                () ->
                        assertThat(set.examples())
                                .as("examples of %s", key)
                                .anyMatch(e -> e.key().equals(key) && e.passes() == passes));
    }
}
