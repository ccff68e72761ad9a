package org.ehcexchange.evidence;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.Hash;
import org.ehcexchange.sealing.Header;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.sealing.PinnedKey;
import org.ehcexchange.sealing.Type;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes the file, line by line, and seals it.
public final class EvidenceFile {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] END = {'\n'};

    private final OutputStream out;
    private final About about;
    private final MessageDigest all = Hash.digest();
    private @Nullable String previous;
    private long lines;

    /// What the file is about and for whom.
    ///
    /// @param exchange whose exchange makes and seals it
    /// @param reader who asked for it
    public record About(
            UUID conversation,
            List<OrganisationCode> parties,
            OrganisationCode exchange,
            OrganisationCode reader) {}

    /// Writes the first line.
    ///
    /// @param at real time
    public EvidenceFile(OutputStream out, About about, Instant at) throws IOException {
        this.out = out;
        this.about = about;
        Map<String, Object> head = line("head");
        head.put("version", Line.VERSION);
        head.put("conversation", about.conversation().toString());
        head.put("parties", about.parties().stream().map(OrganisationCode::value).toList());
        head.put("exchange", about.exchange().value());
        head.put("madeAt", at.toString());
        write(head);
    }

    public void key(OrganisationCode organisation, PinnedKey key) throws IOException {
        Map<String, Object> line = line("key");
        line.put("organisation", organisation.value());
        line.put("jwk", Line.members(key.jwk()));
        put(line, "from", key.from());
        put(line, "until", key.until());
        write(line);
    }

    public void message(byte[] jws) throws IOException {
        signed("message", jws);
    }

    public void receipt(byte[] jws) throws IOException {
        signed("receipt", jws);
    }

    /// @param by absent when nobody did it
    /// @param message absent when it is about the conversation
    public void state(
            Instant at, @Nullable OrganisationCode by, String what, @Nullable UUID message)
            throws IOException {
        Map<String, Object> line = line("state");
        line.put("at", at.toString());
        put(line, "by", by);
        line.put("what", what);
        put(line, "message", message);
        write(line);
    }

    /// Writes the last line.
    ///
    /// @param at real time
    public void seal(ECKey key, Instant at) throws IOException {
        String sha256 = Hash.hex(all);
        Header header =
                new Header(
                        Type.EVIDENCE,
                        Keys.thumbprint(key),
                        about.exchange(),
                        about.reader(),
                        Instant.ofEpochSecond(at.getEpochSecond()),
                        about.conversation());
        Map<String, Object> says = new LinkedHashMap<>();
        says.put("lines", lines);
        says.put("sha256", sha256);
        signed("seal", Jws.sign(key, header, JSON.writeValueAsBytes(says)).bytes());
    }

    private void signed(String word, byte[] jws) throws IOException {
        Map<String, Object> line = line(word);
        line.put("jws", new String(jws, java.nio.charset.StandardCharsets.US_ASCII));
        write(line);
    }

    private Map<String, Object> line(String word) {
        return line(lines + 1, previous, word);
    }

    private static Map<String, Object> line(long number, @Nullable String previous, String word) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("n", number);
        put(line, "previous", previous);
        line.put("line", word);
        return line;
    }

    private static void put(Map<String, Object> line, String name, @Nullable Object value) {
        if (value != null) {
            line.put(name, value.toString());
        }
    }

    /// The exact bytes of a seal's line: the last one has no line after it that names its hash.
    static byte[] sealLine(long number, @Nullable String previous, String jws) throws IOException {
        Map<String, Object> line = line(number, previous, "seal");
        line.put("jws", jws);
        return JSON.writeValueAsBytes(line);
    }

    private void write(Map<String, Object> line) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(line);
        out.write(bytes);
        out.write(END);
        all.update(bytes);
        all.update(END);
        previous = Hash.of(bytes);
        lines++;
    }
}
