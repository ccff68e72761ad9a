package org.ehcexchange.running;

import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.Announcement;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.sealing.Part;
import org.ehcexchange.sealing.Proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Another exchange as the wire shows it: signs with a key of its own and calls whom it is told to.
public final class Neighbour {

    public static final OrganisationCode HOME = new OrganisationCode("LA:998");
    public static final OrganisationCode CODE = new OrganisationCode("LA:999");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ECKey key = Keys.generate();
    private final String base;

    /// @param base of the exchange it calls
    public Neighbour(String base) {
        this.base = base;
    }

    public ECKey key() {
        return key;
    }

    public static Instant now() {
        return InstantSource.system().instant();
    }

    /// Writes the file with which the exchange it calls knows it.
    public void pinIn(Path directory, String endpoint) {
        pinIn(directory, CODE, endpoint, key);
    }

    /// The directory file of an exchange with one key.
    public static void pinIn(Path directory, OrganisationCode code, String endpoint, ECKey key) {
        pinIn(directory, code, endpoint, key, "2100-01-01T00:00:00Z");
    }

    /// The same, with a key that counts until then.
    public static void pinIn(
            Path directory, OrganisationCode code, String endpoint, ECKey key, String until) {
        RunningExchange.organisation(
                directory,
                code.value().replace(':', '-').toLowerCase(java.util.Locale.ROOT),
                """
                code: %s
                name: Another council
                roles: [authority]
                channel:
                  type: exchange
                  endpoint: %s
                  keys:
                    - {kty: EC, crv: P-256, x: %s, y: %s, until: "%s"}
                """
                        .formatted(code, endpoint, key.getX(), key.getY(), until));
    }

    public HttpResponse<String> announce(Part... parts) {
        return post(
                "/exchange/v1/parts", Announcement.sign(key, CODE, HOME, List.of(parts), now()));
    }

    public HttpResponse<String> head(String sha256) {
        String path = "/exchange/v1/parts/" + sha256;
        return send(proven("HEAD", path).method("HEAD", BodyPublishers.noBody()));
    }

    public HttpResponse<String> patch(String sha256, long offset, BodyPublisher bytes) {
        String path = "/exchange/v1/parts/" + sha256;
        return send(
                proven("PATCH", path)
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Upload-Offset", Long.toString(offset))
                        .expectContinue(true)
                        .method("PATCH", bytes));
    }

    public HttpResponse<String> post(String path, Jws jws) {
        return post(path, "application/jose", BodyPublishers.ofString(jws.text()));
    }

    public HttpResponse<String> post(String path, String type, BodyPublisher body) {
        return send(request(path).header("Content-Type", type).POST(body));
    }

    public HttpRequest.Builder proven(String method, String path) {
        return request(path)
                .header("Authorization", "Seal " + proof(Proof.of(method, path, now())).text());
    }

    public Jws proof(Proof proof) {
        return Proof.sign(key, CODE, HOME, proof, now());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
