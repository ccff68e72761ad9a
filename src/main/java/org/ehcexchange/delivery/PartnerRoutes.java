package org.ehcexchange.delivery;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.DirectoryChanged;
import org.ehcexchange.directory.Organisation;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Map;

/// One delivery route a partner, made from the template `deliver`; a new partner gets its own at
/// once.
@Component
class PartnerRoutes {

    private final CamelContext camel;
    private final Directory directory;
    private final Queues queues;
    private final DeliverySettings settings;

    PartnerRoutes(
            CamelContext camel, Directory directory, Queues queues, DeliverySettings settings) {
        this.camel = camel;
        this.directory = directory;
        this.queues = queues;
        this.settings = settings;
    }

    @EventListener(ApplicationStartedEvent.class)
    void started() {
        directory.all().forEach(this::route);
    }

    @EventListener(DirectoryChanged.class)
    void changed() {
        directory.all().forEach(this::route);
    }

    private void route(Organisation partner) {
        String queue = queues.name(partner.code().value());
        String id = "deliver-to-" + queue.replace('.', '-');
        if (Senders.isSentTo(partner.channel()) && camel.getRoute(id) == null) {
            TemplatedRouteBuilder.builder(camel, "deliver")
                    .routeId(id)
                    .parameters(Map.of("queue", queue, "concurrency", settings.concurrency()))
                    .add();
        }
    }
}
