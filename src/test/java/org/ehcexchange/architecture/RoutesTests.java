package org.ehcexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.architecture.RouteRules.RouteRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;

/// Every route file keeps the rules, and each rule is shown to reject a file that breaks it.
class RoutesTests {

    private static final Path FIXTURES = Path.of("src/test/resources/architecture/routes");

    private final List<RouteFile> files = RouteFile.in(Path.of("routes"));

    static List<RouteRule> rules() {
        return RouteRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsForEveryRoute(RouteRule rule) {
        List<String> faults =
                files.stream()
                        .flatMap(
                                file ->
                                        rule.faults().apply(file).stream()
                                                .map(fault -> file.path() + ": " + fault))
                        .toList();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rejectsWhatBreaksIt(RouteRule rule) {
        RouteFile fixture = RouteFile.read(FIXTURES.resolve(rule.brokenBy()));
        assertThat(rule.faults().apply(fixture)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void letsAnOrderlyRoutePass(RouteRule rule) {
        RouteFile orderly = RouteFile.read(FIXTURES.resolve("orderly.yaml"));
        assertThat(rule.faults().apply(orderly)).isEmpty();
    }

    @Test
    void everyErrorHandlingThatIsNamedIsThere() {
        List<String> named =
                files.stream()
                        .flatMap(file -> file.routes().stream())
                        .map(route -> route.text("routeConfigurationId"))
                        .distinct()
                        .toList();
        assertThat(RouteRules.configurations(files)).containsAll(named);
    }

    @Test
    void looksAtSomeRoutes() {
        assertThat(files.stream().flatMap(file -> file.routes().stream())).hasSizeGreaterThan(2);
    }
}
