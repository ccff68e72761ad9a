package org.ehcexchange.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;

import org.ehcexchange.access.SealingKeys.State;
import org.ehcexchange.directory.DirectorySettings;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/// Sealing keys shared through a real database.
class SealingKeysTests {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);
    private Instant now = START;

    @Test
    void severalInstancesSealWithOneKey() {
        List<String> ids =
                IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(i -> instance(null).signing().getKeyID())
                        .distinct()
                        .toList();

        assertThat(ids).hasSize(1);
    }

    @Test
    void aKeyIsNamedByItsThumbprint() throws Exception {
        ECKey key = instance(null).signing();

        assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
    }

    @Test
    void aNewKeyIsPublishedAWeekBeforeItSigns() {
        SealingKeys keys = instance(null);
        String old = keys.signing().getKeyID();
        String next = keys.rotate(null).orElseThrow().kid();

        assertThat(states(keys)).containsExactly(State.ANNOUNCED, State.SIGNING);
        assertThat(published(keys)).containsExactly(next, old);
        now = START.plus(Duration.ofDays(7)).minusSeconds(1);
        assertThat(keys.signing().getKeyID()).isEqualTo(old);

        now = START.plus(Duration.ofDays(7));
        assertThat(keys.signing().getKeyID()).isEqualTo(next);
        assertThat(states(keys)).containsExactly(State.SIGNING, State.SIGNED);
        assertThat(published(keys)).containsExactly(next, old);
    }

    @Test
    void anOldKeyLosesItsPrivatePartAndLaterItsPlaceAmongThePublished() {
        SealingKeys keys = instance(null);
        String old = keys.signing().getKeyID();
        keys.rotate(null);
        now = START.plus(Duration.ofDays(8));
        keys.signing();

        assertThat(privateKeys()).doesNotContain(old).hasSize(1);
        now = START.plus(Duration.ofDays(38));
        assertThat(states(instance(null))).containsExactly(State.SIGNING, State.RETIRED);
        assertThat(published(instance(null))).hasSize(1).doesNotContain(old);
    }

    @Test
    void oneKeyIsAnnouncedAtATime() {
        SealingKeys keys = instance(null);
        keys.rotate(null);

        assertThat(keys.rotate(null)).isEmpty();
        assertThat(instance(null).rotate(null)).isEmpty();
        assertThat(keys.all()).hasSize(2);
    }

    @Test
    void aKeyThatMayBeKnownIsReplacedAtOnce() {
        SealingKeys keys = instance(null);
        String old = keys.signing().getKeyID();
        now = START.plusSeconds(1);
        String next = keys.rotate(now).orElseThrow().kid();

        assertThat(keys.signing().getKeyID()).isEqualTo(next).isNotEqualTo(old);
        assertThat(privateKeys()).containsExactly(next);
    }

    @Test
    void publishesNothingPrivate() {
        SealingKeys keys = instance(null);
        keys.rotate(null);

        assertThat(keys.published().toJSONObject(true).toString()).doesNotContain("\"d\"");
        assertThat(keys.published().getKeys()).noneMatch(JWK::isPrivate);
        assertThat(keys.all()).noneMatch(key -> key.jwk().isPrivate());
    }

    @Test
    void leavesTheKeysOfAccessTokensAlone() {
        var settings =
                new AccessSettings(
                        Duration.ofMinutes(5), Duration.ofDays(30), Duration.ofMinutes(10));
        String token = new SigningKeys(rows(), settings, time()).signingKeyId();

        assertThat(instance(null).signing().getKeyID()).isNotEqualTo(token);
        assertThat(new SigningKeys(rows(), settings, time()).signingKeyId()).isEqualTo(token);
    }

    @Test
    void beginsWithTheKeyThatTheOperatorMade(@TempDir Path folder) throws IOException {
        ECKey made = Keys.generate();
        Path file = folder.resolve("first.jwk");
        Files.writeString(file, made.toJSONString());

        assertThat(instance(file).signing()).isEqualTo(made);
        Files.delete(file);
        assertThat(instance(file).signing()).isEqualTo(made);
    }

    @Test
    void doesNotBeginWithAFileThatHoldsNoPrivateKey(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("first.jwk");
        Files.writeString(file, Keys.generate().toPublicJWK().toJSONString());

        assertThatThrownBy(() -> instance(file).signing())
                .hasMessageContaining("exchange.keys.first-key")
                .hasMessageContaining("leave the setting out");
        assertThatThrownBy(() -> instance(folder.resolve("none")).signing())
                .hasMessageContaining("is not a private JWK");
    }

    private SealingKeys instance(@Nullable Path firstKey) {
        var settings = new KeySettings(Duration.ofDays(7), Duration.ofDays(30), firstKey);
        var directory = new DirectorySettings(Path.of("directory"), "LA:998", Duration.ZERO);
        return new SealingKeys(rows(), settings, directory, time());
    }

    private KeyRows rows() {
        return new KeyRows(database, new TransactionTemplate(new JdbcTransactionManager(source)));
    }

    private RealTime time() {
        return new RealTime(() -> now);
    }

    private static List<State> states(SealingKeys keys) {
        return keys.all().stream().map(SealingKeys.Key::state).toList();
    }

    private static List<String> published(SealingKeys keys) {
        return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private List<String> privateKeys() {
        return database.sql(
                        "select kid from signing_key where owner = 'LA:998' and jwk like '%\"d\"%'")
                .query(String.class)
                .list();
    }
}
