package org.ehcexchange.running;

import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.Keys;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Northshire's exchange and Southmere's, each with its own database, broker, documents and keys; a
/// line between them that a test can cut.
public final class TwoExchanges implements AutoCloseable {

    public static final OrganisationCode NORTHSHIRE = new OrganisationCode("LA:998");
    public static final OrganisationCode SOUTHMERE = new OrganisationCode("LA:999");

    private final Path folder;
    private final Map<OrganisationCode, ECKey> keys =
            Map.of(NORTHSHIRE, Keys.generate(), SOUTHMERE, Keys.generate());
    private final Map<OrganisationCode, Integer> ports = new HashMap<>();
    private final Map<OrganisationCode, RunningExchange> running = new HashMap<>();
    private final CuttableLine toSouthmere;
    private final CuttableLine toNorthshire;

    private TwoExchanges(Path folder) throws IOException {
        this.folder = folder;
        ports.put(NORTHSHIRE, freePort());
        ports.put(SOUTHMERE, freePort());
        toSouthmere = CuttableLine.to(ports.get(SOUTHMERE));
        toNorthshire = CuttableLine.to(ports.get(NORTHSHIRE));
    }

    public static TwoExchanges start(Path folder) throws IOException {
        TwoExchanges two = new TwoExchanges(folder);
        two.start(NORTHSHIRE);
        two.start(SOUTHMERE);
        return two;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public void start(OrganisationCode code) throws IOException {
        Path own = folder.resolve(code.id());
        Path directory = own.resolve("directory");
        if (!Files.exists(directory)) {
            furnish(own, directory, code);
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", ports.get(code));
        settings.put("exchange.directory.home", code.value());
        settings.put("exchange.keys.first-key", own.resolve("first.jwk"));
        settings.put("exchange.sealing.chunk", "256KB");
        settings.put("exchange.http.answer-within", "10s");
        running.put(code, RunningExchange.start(own.resolve("data"), directory, settings));
    }

    private void furnish(Path own, Path directory, OrganisationCode code) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(own.resolve("first.jwk"), keys.get(code).toJSONString());
        boolean isNorthshire = code.equals(NORTHSHIRE);
        OrganisationCode other = isNorthshire ? SOUTHMERE : NORTHSHIRE;
        CuttableLine line = isNorthshire ? toSouthmere : toNorthshire;
        home(directory, code);
        Neighbour.pinIn(directory, other, "http://localhost:" + line.port(), keys.get(other));
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
                        .formatted(code, org.ehcexchange.testing.TestDirectory.HASH));
    }

    public RunningExchange northshire() {
        return running.get(NORTHSHIRE);
    }

    public RunningExchange southmere() {
        return running.get(SOUTHMERE);
    }

    /// What Northshire's exchange sends to Southmere's goes over this.
    public CuttableLine toSouthmere() {
        return toSouthmere;
    }

    public CuttableLine toNorthshire() {
        return toNorthshire;
    }

    public ECKey key(OrganisationCode code) {
        return keys.get(code);
    }

    public void stop(OrganisationCode code) {
        running.remove(code).close();
    }

    @Override
    public void close() throws IOException {
        running.values().forEach(RunningExchange::close);
        toSouthmere.close();
        toNorthshire.close();
    }
}
