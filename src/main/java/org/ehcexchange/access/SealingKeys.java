package org.ehcexchange.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.DirectorySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys with which the authority that runs this exchange seals: it signs for nobody else.
///
/// A new key is published before it signs and an old one after, so that partners which pin keys
/// never meet one they do not know. A key that signs no more loses its private part; its public
/// part is kept for good, because evidence needs it.
@Component
public class SealingKeys {

    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

    private final KeyRows rows;
    private final KeySettings settings;
    private final RealTime time;
    private final OrganisationCode owner;
    private final KnownKeys known;

    SealingKeys(KeyRows rows, KeySettings settings, DirectorySettings directory, RealTime time) {
        this.rows = rows;
        this.settings = settings;
        this.time = time;
        this.owner = new OrganisationCode(directory.home());
        this.known = new KnownKeys(rows, directory.home(), time);
    }

    /// What a key does now.
    public enum State implements Code {
        /// Published, so that partners can pin it; it does not sign yet.
        ANNOUNCED,
        SIGNING,
        /// Published, because what it signed may still be under way.
        SIGNED,
        /// No longer published.
        RETIRED
    }

    /// @param jwk its public part
    /// @param signsFrom when it took or takes over
    public record Key(
            String kid, @JsonIgnore ECKey jwk, Instant createdAt, Instant signsFrom, State state) {}

    /// Makes the first key at the first start, so that partners can be told of it.
    @EventListener(ApplicationStartedEvent.class)
    void started() {
        var unused = signing();
    }

    /// Whose keys they are.
    public OrganisationCode owner() {
        return owner;
    }

    /// The private key that signs now.
    public ECKey signing() {
        List<SigningKey> keys = known.asOf(READ_AGAIN_AFTER);
        forgetPrivateParts(keys);
        return signing(keys)
                .or(this::begin)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "No key of %s in table signing_key signs now; rotate to make one"
                                                .formatted(owner)));
    }

    private Optional<ECKey> signing(List<SigningKey> keys) {
        Instant now = time.instant();
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .map(SigningKey::jwk)
                .filter(JWK::isPrivate)
                .map(JWK::toECKey)
                .findFirst();
    }

    private synchronized Optional<ECKey> begin() {
        rows.addUnless(owner.value(), there -> true, this::first);
        known.readAgain();
        return signing(known.asOf(READ_AGAIN_AFTER));
    }

    private SigningKey first() {
        Instant now = time.instant();
        return new SigningKey(FirstKey.of(settings.firstKey()), now, now);
    }

    /// Makes the next key and publishes it.
    ///
    /// @param from when it is to sign; absent: once it was announced for as long as is set
    /// @return nothing when one is announced already
    public synchronized Optional<Key> rotate(@Nullable Instant from) {
        var unused = signing();
        Instant now = time.instant();
        Instant usual = now.plus(settings.announce());
        SigningKey next = new SigningKey(FirstKey.of(null), now, from == null ? usual : from);
        rows.addUnless(owner.value(), key -> key.signsFrom().isAfter(now), () -> next);
        known.readAgain();
        return all().stream().filter(key -> key.kid().equals(next.jwk().getKeyID())).findFirst();
    }

    private void forgetPrivateParts(List<SigningKey> keys) {
        Instant now = time.instant();
        List<SigningKey> done =
                keys.stream()
                        .filter(key -> key.jwk().isPrivate() && !key.signsFrom().isAfter(now))
                        .skip(1)
                        .toList();
        if (!done.isEmpty()) {
            done.forEach(rows::forgetPrivatePart);
            known.readAgain();
        }
    }

    /// Every key there ever was, the newest first.
    public List<Key> all() {
        var unused = signing();
        Instant now = time.instant();
        List<Key> keys = new ArrayList<>();
        Instant successor = null;
        for (SigningKey key : known.asOf(READ_AGAIN_AFTER)) {
            keys.add(key(key, state(key, successor, now)));
            successor = key.signsFrom();
        }
        return keys;
    }

    private static Key key(SigningKey key, State state) {
        return new Key(
                key.jwk().getKeyID(),
                key.jwk().toECKey().toPublicJWK(),
                key.createdAt(),
                key.signsFrom(),
                state);
    }

    /// @param successor when the next key takes over; absent for the newest
    private State state(SigningKey key, @Nullable Instant successor, Instant now) {
        if (key.signsFrom().isAfter(now)) {
            return State.ANNOUNCED;
        }
        if (successor == null || successor.isAfter(now)) {
            return State.SIGNING;
        }
        return successor.plus(settings.publish()).isAfter(now) ? State.SIGNED : State.RETIRED;
    }

    /// The public keys that partners should know now.
    public JWKSet published() {
        return new JWKSet(
                all().stream()
                        .filter(key -> key.state() != State.RETIRED)
                        .<JWK>map(Key::jwk)
                        .toList());
    }
}
