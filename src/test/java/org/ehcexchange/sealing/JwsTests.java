package org.ehcexchange.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.sealing.Sealed.NORTHSHIRE;
import static org.ehcexchange.sealing.Sealed.NORTHSHIRE_KEY;
import static org.ehcexchange.sealing.Sealed.NOW;
import static org.ehcexchange.sealing.Sealed.SOUTHMERE_KEY;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

class JwsTests {

    private static final SealedMessage TRANSFER = Sealed.transfer();

    @Test
    void isWhatEveryJoseLibraryVerifies() throws Exception {
        JWSObject other = JWSObject.parse(TRANSFER.jws().text());

        assertThat(other.verify(new ECDSAVerifier(NORTHSHIRE_KEY.toPublicJWK()))).isTrue();
        assertThat(other.getHeader().toJSONObject())
                .containsOnlyKeys("alg", "kid", "typ", "iss", "aud", "iat", "jti")
                .containsEntry("kid", NORTHSHIRE_KEY.computeThumbprint().toString())
                .containsEntry("typ", "ehc-message+jws");
    }

    @Test
    void readsWhatItSigned() {
        Jws read = read(TRANSFER.jws().bytes());

        assertThat(read.header()).isEqualTo(TRANSFER.jws().header());
        assertThat(read.payload()).isEqualTo(TRANSFER.jws().payload());
        assertThat(read.sha256()).isEqualTo(TRANSFER.jws().sha256());
        assertThat(Sealed.keys().check(read, NOW)).isInstanceOf(KeyRing.Checking.Signed.class);
    }

    /// What the header may not say, with the faults it is refused for.
    @ParameterizedTest
    @CsvFileSource(resources = "/sealing/headers.csv", useHeadersInDisplayName = true)
    void refusesEveryOtherHeader(String what, String header, String faults) {
        String genuine =
                header.replace("$KID", TRANSFER.jws().header().keyId())
                        .replace("$ID", TRANSFER.jws().header().id().toString());

        assertThat(flaws(Sealed.withHeader(genuine).bytes()))
                .as(what)
                .containsExactlyInAnyOrderElementsOf(List.of(faults.split("; ")));
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "'a.b', 1", "'a.b.c.d', 1", "'..', 1", "'{\"payload\":\"\"}', 1"})
    void refusesWhatIsNotCompact(String text, int count) {
        assertThat(flaws(text.getBytes(StandardCharsets.UTF_8)))
                .hasSize(count)
                .allMatch(words -> words.startsWith("malformed"));
    }

    @Test
    void refusesASecondSpellingOfTheSameBytes() {
        String text = TRANSFER.jws().text();

        assertThat(flaws((text + "=").getBytes(StandardCharsets.UTF_8))).contains("malformed");
        assertThat(flaws((text + "\n").getBytes(StandardCharsets.UTF_8))).contains("malformed");
        assertThat(flaws(withAnotherLastCharacter(text))).contains("malformed");
    }

    /// 64 bytes are 85 characters and a third: the last one has four bits that say nothing.
    private static byte[] withAnotherLastCharacter(String text) {
        char last = text.charAt(text.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char sameBits = alphabet.charAt(alphabet.indexOf(last) + 1);
        return (text.substring(0, text.length() - 1) + sameBits).getBytes(StandardCharsets.UTF_8);
    }

    @Property(tries = 400)
    void seesEveryFlippedBit(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(max = 7) int bit) {
        byte[] bytes = TRANSFER.jws().bytes();
        bytes[place % bytes.length] ^= (byte) (1 << bit);

        assertThat(isSigned(bytes)).isFalse();
    }

    private static boolean isSigned(byte[] bytes) {
        return switch (Jws.read(bytes, Type.MESSAGE)) {
            case Jws.Reading.Unreadable _ -> false;
            case Jws.Reading.Read(var jws) ->
                    Sealed.keys().check(jws, NOW) instanceof KeyRing.Checking.Signed;
        };
    }

    @Test
    void namesWhyAKeyDoesNotCount() {
        Instant before = NOW.minusSeconds(1);
        Instant after = NOW.plusSeconds(1);

        assertThat(check(List.of())).isEqualTo("unknown-sender /header/iss");
        assertThat(check(List.of(Sealed.pinned(SOUTHMERE_KEY))))
                .isEqualTo("unknown-key /header/kid");
        assertThat(check(List.of(key(NORTHSHIRE_KEY, after, null))))
                .isEqualTo("early-key /header/kid");
        assertThat(check(List.of(key(NORTHSHIRE_KEY, null, NOW))))
                .isEqualTo("expired-key /header/kid");
        assertThat(check(List.of(key(NORTHSHIRE_KEY, NOW, after)))).isEqualTo("signed");
        assertThat(check(List.of(key(NORTHSHIRE_KEY, before, null), Sealed.pinned(SOUTHMERE_KEY))))
                .isEqualTo("signed");
    }

    @Test
    void refusesASignatureByAnotherKeyUnderTheRightName() {
        Jws forged = Jws.sign(SOUTHMERE_KEY, TRANSFER.jws().header(), TRANSFER.jws().payload());

        assertThat(check(forged, List.of(Sealed.pinned(NORTHSHIRE_KEY))))
                .isEqualTo("signature /signature");
    }

    private static PinnedKey key(ECKey key, Instant from, Instant until) {
        return new PinnedKey(key.toPublicJWK(), from, until);
    }

    private static String check(List<PinnedKey> keys) {
        return check(TRANSFER.jws(), keys);
    }

    private static String check(Jws jws, List<PinnedKey> keys) {
        KeyRing ring = organisation -> organisation.equals(NORTHSHIRE) ? keys : List.of();
        return switch (ring.check(jws, NOW)) {
            case KeyRing.Checking.Signed _ -> "signed";
            case KeyRing.Checking.NotSigned(var flaw) -> Sealed.words(List.of(flaw)).getFirst();
        };
    }

    private static Jws read(byte[] bytes) {
        return ((Jws.Reading.Read) Jws.read(bytes, Type.MESSAGE)).jws();
    }

    private static List<String> flaws(byte[] bytes) {
        return switch (Jws.read(bytes, Type.MESSAGE)) {
            case Jws.Reading.Read _ -> List.of();
            case Jws.Reading.Unreadable(var flaws) -> Sealed.words(flaws);
        };
    }
}
