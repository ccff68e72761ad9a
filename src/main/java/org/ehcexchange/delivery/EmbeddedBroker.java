package org.ehcexchange.delivery;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// An Artemis broker of our own in a folder, reached inside the process only, with its journal
/// synced.
final class EmbeddedBroker {

    /// Several exchanges may live in one process; each has a broker of its own.
    private static final AtomicInteger NEXT = new AtomicInteger();

    /// Long enough to batch writers that come together, short enough that one alone does not wait.
    private static final int JOURNAL_BUFFER_TIMEOUT_NANOS = 50_000;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final String url = "vm://" + NEXT.getAndIncrement();

    /// @throws Exception whatever stopped it; the library declares nothing narrower
    static EmbeddedBroker start(BrokerSettings settings) throws Exception {
        EmbeddedBroker broker = new EmbeddedBroker();
        broker.server.setConfiguration(configuration(settings, broker.url));
        try {
            broker.server.start();
            return broker;
        } finally {
            if (!broker.server.getActiveMQServer().isStarted()) {
                log.error(
                        "Artemis could not start in {}; check the folder and its free space",
                        settings.folder());
            }
        }
    }

    /// How connections of this process reach it.
    String url() {
        return url;
    }

    void stop() throws Exception {
        server.stop();
    }

    private static Configuration configuration(BrokerSettings settings, String url)
            throws Exception {
        Path folder = settings.folder().toAbsolutePath();
        return new ConfigurationImpl()
                .setName("ehc-exchange")
                .setSecurityEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setJournalType(JournalType.NIO)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setJournalBufferTimeout_NIO(JOURNAL_BUFFER_TIMEOUT_NANOS)
                .setJournalMinFiles(2)
                .setJournalPoolFiles(4)
                .setGlobalMaxSize(settings.memory().toBytes())
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("in-vm", url)
                .addAddressSetting("#", addressSettings());
    }

    static AddressSettings addressSettings() {
        return new AddressSettings()
                .setAutoCreateQueues(true)
                .setAutoCreateAddresses(true)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setDeadLetterAddress(SimpleString.of("exchange.dead"))
                .setExpiryAddress(SimpleString.of("exchange.expired"))
                // The database may be away for long; the ledger, not the broker, counts attempts.
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(1000)
                .setRedeliveryMultiplier(2.0)
                .setRedeliveryCollisionAvoidanceFactor(0.2)
                .setMaxRedeliveryDelay(60_000);
    }
}
