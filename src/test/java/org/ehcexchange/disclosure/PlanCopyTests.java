package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.ehcexchange.canonical.PlanCopy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// To whom a copy of a plan may go, on what ground, and how much of it: cases worked by hand.
class PlanCopyTests {

    private final Gate gate = new Gate(DisclosureRules.shipped());

    static Stream<Arguments> cases() throws IOException {
        return CopyCase.all().map(each -> arguments(each.name(), each));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesAsTheLawDoes(String name, CopyCase copy) {
        Decision decision =
                gate.decide(
                        copy.message(),
                        Bodies.NORTHSHIRE,
                        copy.recipient(),
                        new Circumstances(Bodies.TODAY, copy.facts()));

        switch (decision) {
            case Cleared cleared -> {
                assertThat(copy.refused()).as("cleared").isEmpty();
                assertThat(((PlanCopy) cleared.message()).plan().sections().keySet())
                        .containsExactlyElementsOf(copy.goes());
                assertThat(cleared.notes()).isEqualTo(copy.notes());
                assertThat(cutOut(cleared)).isEqualTo(copy.missing());
            }
            case Decision.Refused(var reasons) ->
                    assertThat(copy.inTheWordsExpected(reasons))
                            .containsExactlyElementsOf(copy.refused());
        }
    }

    private static Set<String> cutOut(Cleared cleared) {
        return cleared.withheld().stream()
                .filter(line -> line.startsWith("/plan/sections/"))
                .map(line -> line.substring("/plan/sections/".length(), line.indexOf(':')))
                .collect(Collectors.toSet());
    }
}
