package org.ehcexchange.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an alert should watch: deliveries that wait, deliveries that need a person, paused
/// partners.
@Component
class DeliveryGauges implements MeterBinder {

    private final JdbcClient database;

    DeliveryGauges(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "exchange.deliveries.dead",
                "Deliveries that need a person",
                "select count(*) from delivery where status = 'dead'");
        gauge(
                registry,
                "exchange.deliveries.waiting",
                "Deliveries accepted and not yet sent",
                "select count(*) from delivery where status in ('ready', 'queued', 'sending')");
        gauge(
                registry,
                "exchange.partners.paused",
                "Partners whose deliveries are held back",
                "select count(*) from partner_pause");
        gauge(
                registry,
                "exchange.messages.held",
                "Messages held for a person",
                "select count(*) from message where state = 'held'");
    }

    private void gauge(MeterRegistry registry, String name, String what, String sql) {
        Gauge.builder(name, database, source -> source.sql(sql).query(Long.class).single())
                .description(what)
                .register(registry);
    }
}
