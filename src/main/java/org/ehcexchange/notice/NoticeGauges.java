package org.ehcexchange.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.ehcexchange.ledger.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.InstantSource;

/// What an alert should watch: emails that wait for the mail server, and emails that were given up.
@Component
@NoticesOn
class NoticeGauges implements MeterBinder {

    private static final Duration LATELY = Duration.ofDays(1);

    private final JdbcClient database;
    private final InstantSource clock;

    NoticeGauges(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("exchange.notices.waiting", this, NoticeGauges::waiting)
                .description("Emails that the mail server has not taken yet")
                .register(registry);
        Gauge.builder("exchange.notices.given.up", this, NoticeGauges::givenUp)
                .description("Emails that were given up in the last day")
                .register(registry);
    }

    private double waiting() {
        return database.sql("select count(*) from notice_mail where state = 'ready'")
                .query(Long.class)
                .single();
    }

    private double givenUp() {
        return database.sql(
                        """
                        select count(*) from notice_mail
                        where state = 'given-up' and ended_at >= :since
                        """)
                .param("since", Rows.time(clock.instant().minus(LATELY)))
                .query(Long.class)
                .single();
    }
}
