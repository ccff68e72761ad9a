package org.ehcexchange.timekeeping;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Facts of the database that never change once they are committed, so that nobody need ask again.
final class Remembered<K, V> {

    private static final int MOST = 10_000;

    private final Cache<K, V> facts = Caffeine.newBuilder().maximumSize(MOST).build();

    @Nullable V get(K key) {
        return facts.getIfPresent(key);
    }

    /// Remembers what the transaction under way wrote or read, if it commits.
    void onceCommitted(K key, V value) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            facts.put(key, value);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        facts.put(key, value);
                    }
                });
    }
}
