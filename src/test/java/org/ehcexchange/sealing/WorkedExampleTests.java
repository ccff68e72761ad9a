package org.ehcexchange.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcexchange.sealing.Sealed.NORTHSHIRE_KEY;
import static org.ehcexchange.sealing.Sealed.NOW;
import static org.ehcexchange.sealing.Sealed.SOUTHMERE;
import static org.ehcexchange.sealing.Sealed.SOUTHMERE_KEY;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.OrganisationCode;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.regex.Pattern;

/// The worked example of the protocol's description is one: it opens, and what it says agrees.
///
/// `./mvnw -q test -Dtest=WorkedExampleTests -Dexample.apply=true` signs it anew.
class WorkedExampleTests {

    private static final Path PAGE = Path.of("docs/exchange-to-exchange.md");
    private static final Path MESSAGE = Path.of("mappings/canonical/examples/plan-accepted.json");
    private static final String START = "<!-- example -->\n";
    private static final String END = "<!-- /example -->";
    private static final Pattern BLOCK = Pattern.compile("```\\w*\\n(.*?)\\n```", Pattern.DOTALL);

    @Test
    void opensAsTheDoorWouldOpenIt() throws IOException, ParseException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(START) + START.length();
        if (Boolean.getBoolean("example.apply")) {
            Files.writeString(
                    PAGE, page.substring(0, start) + example() + page.substring(page.indexOf(END)));
            return;
        }
        List<String> blocks =
                BLOCK.matcher(page.substring(start, page.indexOf(END)))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        KeyRing keys = ring(blocks.get(0), blocks.get(1));
        SealedMessage sealed = message(signed(blocks.get(2), Type.MESSAGE, keys));
        SealedReceipt receipt = receipt(signed(blocks.get(3), Type.RECEIPT, keys));

        assertThat(sealed.jws().header().issuer()).isEqualTo(SOUTHMERE);
        assertThat(receipt.differences(sealed)).isEmpty();
    }

    private static KeyRing ring(String southmere, String northshire) throws ParseException {
        List<PinnedKey> first = List.of(Sealed.pinned(ECKey.parse(southmere)));
        List<PinnedKey> second = List.of(Sealed.pinned(ECKey.parse(northshire)));
        return (OrganisationCode organisation) -> organisation.equals(SOUTHMERE) ? first : second;
    }

    private static Jws signed(String text, Type type, KeyRing keys) {
        byte[] bytes = text.replace("\n", "").getBytes(StandardCharsets.US_ASCII);
        Jws jws = ((Jws.Reading.Read) Jws.read(bytes, type)).jws();
        assertThat(keys.check(jws, jws.header().issuedAt()))
                .isInstanceOf(KeyRing.Checking.Signed.class);
        return jws;
    }

    private static SealedMessage message(Jws jws) {
        return ((SealedMessage.Opening.Opened) SealedMessage.open(jws)).message();
    }

    private static SealedReceipt receipt(Jws jws) {
        return ((SealedReceipt.Opening.Opened) SealedReceipt.open(jws)).receipt();
    }

    private static String example() throws IOException {
        String text = new JsonMapper().readTree(MESSAGE.toFile()).toString();
        SealedMessage sealed = SealedMessage.seal(Sealed.message(text), text, SOUTHMERE_KEY, NOW);
        var content = SealedReceipt.Content.of(sealed, NOW.plusSeconds(2));
        SealedReceipt receipt = SealedReceipt.sign(content, NORTHSHIRE_KEY, NOW.plusSeconds(2));
        return block("Southmere's key, as Northshire pins it:", "json", key(SOUTHMERE_KEY))
                + block("Northshire's key, as Southmere pins it:", "json", key(NORTHSHIRE_KEY))
                + block(
                        "The body of `POST /exchange/v1/messages` (one line; broken here to be"
                                + " read):",
                        "",
                        broken(sealed.jws().text()))
                + block("The answer, 201 (one line):", "", broken(receipt.jws().text()))
                + "Their headers say:\n\n```json\n"
                + sealed.jws().header()
                + "\n"
                + receipt.jws().header()
                + "\n```\n";
    }

    private static String block(String what, String language, String content) {
        return what + "\n\n```" + language + "\n" + content + "\n```\n\n";
    }

    private static String key(ECKey key) {
        return key.toPublicJWK().toJSONString();
    }

    private static String broken(String text) {
        return text.replaceAll("(.{120})", "$1\n");
    }
}
