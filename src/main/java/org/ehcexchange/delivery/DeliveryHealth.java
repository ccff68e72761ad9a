package org.ehcexchange.delivery;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/// Up only when the exchange can accept and deliver now; a partner that is away does not count.
@Component("deliveriesHealthIndicator")
class DeliveryHealth implements HealthIndicator {

    private final CamelContext camel;
    private final Courier courier;

    DeliveryHealth(CamelContext camel, Courier courier) {
        this.camel = camel;
        this.courier = courier;
    }

    @Override
    public Health health() {
        boolean routes = camel.isStarted() && camel.getRoutes().stream().allMatch(this::isStarted);
        boolean deliveries = courier.isRunning() && !courier.isStuck();
        return (routes && deliveries ? Health.up() : Health.down())
                .withDetail("routes", routes)
                .withDetail("deliveries", deliveries)
                .build();
    }

    private boolean isStarted(Route route) {
        return camel.getRouteController().getRouteStatus(route.getRouteId()).isStarted();
    }
}
