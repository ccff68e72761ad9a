package org.ehcexchange.ledger.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the ledger's database: the external one, or one of our own that lives and stops with us.
@Configuration(proxyBeanMethods = false)
class Database {

    @Bean(destroyMethod = "close")
    LedgerDataSource dataSource(DatabaseSettings settings) {
        EmbeddedDatabase embedded =
                settings.url() == null
                        ? EmbeddedDatabase.start(settings.folder(), settings.stopWithin())
                        : null;
        return new LedgerDataSource(pool(settings, embedded), embedded);
    }

    private static HikariConfig pool(
            DatabaseSettings settings, @Nullable EmbeddedDatabase embedded) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("ledger");
        pool.setJdbcUrl(embedded == null ? settings.url() : embedded.jdbcUrl());
        pool.setUsername(embedded == null ? settings.user() : "postgres");
        pool.setPassword(embedded == null ? settings.password() : null);
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setMinimumIdle(2);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("ApplicationName", "ehc-exchange");
        pool.addDataSourceProperty("prepareThreshold", "3");
        // A violated constraint would quote the row, and with it the child, in the exception.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    /// The pool, and the server under it when it is our own: closed in this order.
    static final class LedgerDataSource extends HikariDataSource {

        private final @Nullable EmbeddedDatabase embedded;

        LedgerDataSource(HikariConfig pool, @Nullable EmbeddedDatabase embedded) {
            super(pool);
            this.embedded = embedded;
        }

        @Override
        public void close() {
            super.close();
            if (embedded != null) {
                closeServer(embedded);
            }
        }

        private static void closeServer(EmbeddedDatabase server) {
            try {
                server.close();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException("PostgreSQL did not stop cleanly", e);
            }
        }
    }
}
