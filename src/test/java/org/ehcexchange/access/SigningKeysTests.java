package org.ehcexchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;

import org.ehcexchange.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/// Keys shared through a real database.
class SigningKeysTests {

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);

    @Test
    void severalInstancesSignWithOneKey() {
        List<String> ids =
                IntStream.range(0, 4).parallel().mapToObj(i -> instance().signingKeyId()).toList();

        assertThat(ids).hasSize(4);
        assertThat(ids.stream().distinct()).hasSize(1);
    }

    @Test
    void replacesAnOldKeyButStillVerifiesWithIt() {
        String old = instance().signingKeyId();
        makeOlder("31 days");

        SigningKeys later = instance();
        String fresh = later.signingKeyId();

        assertThat(fresh).isNotEqualTo(old);
        assertThat(later.get(byId(old), null)).hasSize(1);
        assertThat(later.get(byId(fresh), null)).hasSize(1);
    }

    @Test
    void dropsAKeyThatCanVerifyNothingAnyMore() {
        String old = instance().signingKeyId();
        makeOlder("61 days");

        SigningKeys later = instance();
        later.signingKeyId();

        assertThat(later.get(byId(old), null)).isEmpty();
    }

    private SigningKeys instance() {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        var settings =
                new AccessSettings(
                        Duration.ofMinutes(5), Duration.ofDays(30), Duration.ofMinutes(10));
        return new SigningKeys(
                new KeyRows(database, transactions),
                settings,
                new RealTime(InstantSource.system()));
    }

    private void makeOlder(String by) {
        database.sql("update signing_key set created_at = created_at - cast(? as interval)")
                .param(by)
                .update();
    }

    private static JWKSelector byId(String kid) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(kid).build());
    }
}
