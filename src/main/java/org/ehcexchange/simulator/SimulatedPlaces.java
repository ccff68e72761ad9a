package org.ehcexchange.simulator;

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
/// free ports that were asked for with 0 and makes the SFTP server's host key.
class SimulatedPlaces implements EnvironmentPostProcessor, Ordered {

    private static final String PREFIX = "exchange.simulator.";

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
        Path folder = Path.of(environment.getProperty(PREFIX + "folder", "data/demo"));
        places.put(PREFIX + "sftp-host-key", HostKey.in(folder).knownHostsLine(sftp));
        environment.getPropertySources().addFirst(new MapPropertySource("simulator", places));
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
