package org.ehcexchange.delivery;

import jakarta.jms.ConnectionFactory;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Connects to the broker: the external one, or one of our own that lives and stops with us.
@Configuration(proxyBeanMethods = false)
class Broker {

    private static final int CONSUMER_WINDOW_BYTES = 2048;
    private static final int CONFIRMATION_WINDOW_BYTES = 1 << 20;

    @Bean(destroyMethod = "stop")
    RunningBroker runningBroker(BrokerSettings settings) throws Exception {
        return new RunningBroker(settings.url() == null ? EmbeddedBroker.start(settings) : null);
    }

    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory connections(BrokerSettings settings, RunningBroker running) {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(artemis(settings, running));
        pool.setMaxConnections(2);
        pool.setMaxSessionsPerConnection(500);
        return pool;
    }

    private static ConnectionFactory artemis(BrokerSettings settings, RunningBroker running) {
        EmbeddedBroker embedded = running.embedded();
        ActiveMQConnectionFactory factory =
                new ActiveMQConnectionFactory(embedded == null ? settings.url() : embedded.url());
        factory.setUser(settings.user());
        factory.setPassword(settings.password());
        factory.setBlockOnDurableSend(true);
        // An acknowledgement that is lost brings the delivery again, and its row says that it is
        // done.
        factory.setBlockOnAcknowledge(false);
        factory.setConfirmationWindowSize(CONFIRMATION_WINDOW_BYTES);
        // A few at a time: work goes to whichever instance is free.
        factory.setConsumerWindowSize(CONSUMER_WINDOW_BYTES);
        return factory;
    }

    /// Keeps the embedded broker, if there is one, alive until every connection is closed.
    record RunningBroker(@Nullable EmbeddedBroker embedded) {
        void stop() throws Exception {
            if (embedded != null) {
                embedded.stop();
            }
        }
    }
}
