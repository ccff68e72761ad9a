package org.ehcexchange.simulator;

import com.nimbusds.jose.jwk.ECKey;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Settles where the pretend partners will be before anything reads the directory: it chooses the
/// free ports that were asked for with 0, makes the SFTP server's host key and the keys with which
/// the two authorities seal.
class SimulatedPlaces implements EnvironmentPostProcessor, Ordered {

    private static final String PREFIX = "exchange.simulator.";
    private static final String FIRST_KEY = "exchange.keys.first-key";
    private static final Map<String, String> AUTHORITIES =
            Map.of("LA:998", "northshire", "LA:999", "southmere");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        Map<String, Object> places = new HashMap<>();
        int sftp = settle(environment, places, "sftp-port", 2222);
        settle(environment, places, "fhir-port", 8091);
        settle(environment, places, "http-port", 8092);
        int southmere = settle(environment, places, "southmere-port", 8081);
        places.put(PREFIX + "southmere-url", "http://localhost:" + southmere);
        Path folder = Path.of(environment.getProperty(PREFIX + "folder", "data/demo"));
        places.put(PREFIX + "sftp-host-key", HostKey.in(folder).knownHostsLine(sftp));
        keys(environment, places, folder);
        environment.getPropertySources().addFirst(new MapPropertySource("simulator", places));
    }

    /// The two authorities' keys, each its own private one and both public ones: what people would
    /// give each other.
    private static void keys(
            ConfigurableEnvironment environment, Map<String, Object> places, Path folder) {
        String shared = environment.getProperty(PREFIX + "keys", folder.resolve("keys").toString());
        DemoKeys keys = DemoKeys.in(Path.of(shared));
        AUTHORITIES.forEach(
                (code, name) -> {
                    ECKey key = keys.key(code);
                    places.put(PREFIX + name + "-key-x", key.getX().toString());
                    places.put(PREFIX + name + "-key-y", key.getY().toString());
                });
        String home = environment.getProperty("exchange.directory.home", "");
        if (AUTHORITIES.containsKey(home) && !environment.containsProperty(FIRST_KEY)) {
            places.put(FIRST_KEY, keys.file(home).toString());
        }
    }

    private static int settle(
            ConfigurableEnvironment environment,
            Map<String, Object> places,
            String key,
            int usual) {
        int asked = environment.getProperty(PREFIX + key, Integer.class, usual);
        int port = asked == 0 ? freePort() : asked;
        places.put(PREFIX + key, port);
        return port;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the demo", e);
        }
    }
}
