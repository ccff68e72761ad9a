package org.ehcexchange.delivery;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

import java.nio.file.Path;

/// An Artemis broker of our own in a folder, reached inside the process only, with its journal
/// synced.
final class EmbeddedBroker {

    static final String URL = "vm://0";

    /// Long enough to batch writers that come together, short enough that one alone does not wait.
    private static final int JOURNAL_BUFFER_TIMEOUT_NANOS = 50_000;

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    static EmbeddedBroker start(BrokerSettings settings) {
        EmbeddedBroker broker = new EmbeddedBroker();
        try {
            broker.server.setConfiguration(configuration(settings));
            broker.server.start();
            return broker;
        } catch (Exception e) { // The library declares nothing narrower.
            throw new BrokerNotStarted(settings.folder(), e);
        }
    }

    void stop() throws Exception {
        server.stop();
    }

    private static Configuration configuration(BrokerSettings settings) throws Exception {
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
                .addAcceptorConfiguration("in-vm", URL)
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

    /// The broker's folder or journal cannot be used.
    static final class BrokerNotStarted extends RuntimeException {
        BrokerNotStarted(Path folder, Throwable cause) {
            super(
                    "Artemis could not start in %s; check the folder and its free space"
                            .formatted(folder),
                    cause);
        }
    }
}
