package org.ehcexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.ehcexchange.running.RunningExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Every route of a running exchange keeps the rules, also those made from templates.
class LoadedRoutesIT {

    @TempDir static Path data;

    @Test
    void everyRouteThatRunsKeepsTheRules() {
        try (RunningExchange exchange = start()) {
            List<RouteDefinition> routes =
                    exchange.bean(ModelCamelContext.class).getRouteDefinitions();

            assertThat(routes).hasSizeGreaterThan(6);
            assertThat(
                            routes.stream()
                                    .filter(route -> !LoadedRoutes.faults(route).isEmpty())
                                    .collect(
                                            Collectors.toMap(
                                                    RouteDefinition::getRouteId,
                                                    LoadedRoutes::faults)))
                    .isEmpty();
        }
    }

    private static RunningExchange start() {
        return RunningExchange.start(
                data,
                Path.of("directory"),
                Map.of("spring.profiles.active", "demo", "exchange.simulator.story", false));
    }
}
