package org.ehcexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;

/// The walk over loaded routes sees what breaks its rules.
class LoadedRoutesTests {

    private final RouteDefinition orderly =
            new RouteDefinition("direct:a")
                    .routeId("an-orderly-route")
                    .routeDescription("Keeps every rule.")
                    .routeConfigurationId("errors");

    @Test
    void letsAnOrderlyRoutePass() {
        orderly.addOutput(new BeanDefinition("deliveries", "take"));
        orderly.to("sftp:somewhere");

        assertThat(LoadedRoutes.faults(orderly)).isEmpty();
    }

    @Test
    void seesWhatLeavesBeforeTheGate() {
        orderly.to("sftp:somewhere");
        orderly.addOutput(new BeanDefinition("deliveries", "take"));

        assertThat(LoadedRoutes.faults(orderly))
                .containsExactly("something leaves before the gate is asked");
    }

    @Test
    void seesASenderThatStandsInsideAnotherStep() {
        orderly.choice().when().constant(true).addOutput(new BeanDefinition("fhirSender", "send"));

        assertThat(LoadedRoutes.faults(orderly))
                .containsExactly("something leaves before the gate is asked");
    }

    @Test
    void seesADestinationThatAMessageChooses() {
        orderly.toD("${header.Anywhere}");

        assertThat(LoadedRoutes.faults(orderly)).anyMatch(fault -> fault.contains("toD"));
    }

    @Test
    void seesARouteWithoutNameDescriptionAndErrorHandling() {
        assertThat(LoadedRoutes.faults(new RouteDefinition("direct:a")))
                .containsExactly(
                        "it has no id in kebab-case",
                        "it has no description",
                        "it says nothing of errors");
    }
}
