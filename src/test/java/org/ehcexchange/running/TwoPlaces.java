package org.ehcexchange.running;

import static org.ehcexchange.running.TwoExchanges.NORTHSHIRE;
import static org.ehcexchange.running.TwoExchanges.SOUTHMERE;

import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.Keys;
import org.ehcexchange.testing.TestDirectory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Where two exchanges are that know each other: folders, ports and keys of their own, and a line
/// each way that a test can cut.
final class TwoPlaces implements AutoCloseable {

    private final Path folder;
    private final Map<OrganisationCode, ECKey> keys =
            Map.of(NORTHSHIRE, Keys.generate(), SOUTHMERE, Keys.generate());
    private final Map<OrganisationCode, Integer> ports =
            Map.of(NORTHSHIRE, Ports.free(), SOUTHMERE, Ports.free());
    private final Map<OrganisationCode, CuttableLine> lines;

    TwoPlaces(Path folder) throws IOException {
        this.folder = folder;
        this.lines =
                Map.of(
                        NORTHSHIRE, CuttableLine.to(ports.get(NORTHSHIRE)),
                        SOUTHMERE, CuttableLine.to(ports.get(SOUTHMERE)));
    }

    /// What goes to this one from the other goes over this.
    CuttableLine lineTo(OrganisationCode code) {
        return lines.get(code);
    }

    ECKey key(OrganisationCode code) {
        return keys.get(code);
    }

    Path data(OrganisationCode code) {
        return folder.resolve(code.id()).resolve("data");
    }

    Path directory(OrganisationCode code) {
        return folder.resolve(code.id()).resolve("directory");
    }

    /// What an exchange there is told; its directory is written unless it is there.
    Map<String, Object> settings(OrganisationCode code) throws IOException {
        Path key = folder.resolve(code.id()).resolve("first.jwk");
        if (!Files.exists(directory(code))) {
            furnish(code, key);
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", ports.get(code));
        settings.put("exchange.directory.home", code.value());
        settings.put("exchange.keys.first-key", key);
        settings.put("exchange.sealing.chunk", "256KB");
        settings.put("exchange.http.answer-within", "10s");
        return settings;
    }

    private void furnish(OrganisationCode code, Path key) throws IOException {
        Files.createDirectories(directory(code));
        Files.writeString(key, keys.get(code).toJSONString());
        OrganisationCode other = code.equals(NORTHSHIRE) ? SOUTHMERE : NORTHSHIRE;
        String url = "http://localhost:" + lineTo(other).port();
        home(directory(code), code);
        Neighbour.pinIn(directory(code), other, url, keys.get(other));
    }

    private static void home(Path directory, OrganisationCode code) {
        RunningExchange.organisation(
                directory,
                "home",
                """
                code: %s
                name: A council
                roles: [authority]
                secret-hash: "%s"
                channel:
                  type: canonical-pull
                """
                        .formatted(code, TestDirectory.HASH));
    }

    @Override
    public void close() throws IOException {
        for (CuttableLine line : lines.values()) {
            line.close();
        }
    }
}
