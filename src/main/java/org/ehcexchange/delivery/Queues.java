package org.ehcexchange.delivery;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;

import org.apache.activemq.artemis.api.core.Message;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;

/// One durable queue a partner.
@Component
class Queues {

    private final ConnectionFactory connections;
    private final BrokerSettings settings;

    Queues(ConnectionFactory connections, BrokerSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    record Item(String partner, Handover handover) {}

    /// The queue's name, such as `exchange.deliver.ods-rn1`.
    String name(String partner) {
        return settings.queuePrefix() + partner.toLowerCase(Locale.ROOT).replace(':', '-');
    }

    /// Sends all or none; returns once they are on the broker's disk.
    void send(List<Item> items) throws JMSException {
        if (items.isEmpty()) {
            return;
        }
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(null)) {
            for (Item item : items) {
                producer.send(
                        session.createQueue(name(item.partner())),
                        message(session, item.handover()));
            }
            session.commit();
        }
    }

    private static TextMessage message(Session session, Handover handover) throws JMSException {
        TextMessage message = session.createTextMessage(handover.text());
        message.setStringProperty(
                Message.HDR_DUPLICATE_DETECTION_ID.toString(),
                handover.delivery() + ":" + handover.round());
        return message;
    }
}
