package org.ehcexchange.running;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An exchange in a process of its own, which a test can kill as a power cut would.
public final class ExchangeProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path data;
    private final Path directory;
    private final Map<String, Object> settings;
    private final List<String> flags;
    private final int port;
    private Process process;

    private ExchangeProcess(
            Path data, Path directory, Map<String, Object> settings, List<String> flags)
            throws IOException {
        this.flags = flags;
        this.data = Files.createDirectories(data);
        this.directory = directory;
        this.port = settings.get("server.port") instanceof Integer given ? given : Ports.free();
        this.settings = new LinkedHashMap<>(settings);
        this.settings.put("server.port", port);
        this.process = run();
    }

    /// Starts one and waits until its health says that it can accept and deliver.
    public static ExchangeProcess start(Path data, Path directory, Map<String, Object> settings)
            throws IOException {
        ExchangeProcess started =
                new ExchangeProcess(
                        data,
                        directory,
                        settings,
                        List.of("-XX:+UseSerialGC", "-Xmx400m", "-XX:TieredStopAtLevel=1"));
        started.awaitHealth();
        return started;
    }

    /// One with the JVM flags that production runs with.
    public static ExchangeProcess startFast(Path data, Path directory, Map<String, Object> settings)
            throws IOException {
        ExchangeProcess started =
                new ExchangeProcess(
                        data, directory, settings, List.of("-XX:+UseSerialGC", "-Xmx512m"));
        started.awaitHealth();
        return started;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /// SIGKILL: no shutdown hook runs, and the database server it started is left behind.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void startAgain() throws IOException {
        process = run();
        awaitHealth();
    }

    private Process run() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("org.ehcexchange.Exchange");
        RunningExchange.settings(data, directory, settings)
                .forEach((key, value) -> command.add("--" + key + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /// What it printed so far, over all its lives.
    public Path log() {
        return data.resolve("exchange.log");
    }

    private void awaitHealth() {
        Awaitility.await("health; see " + log())
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .until(this::isUp);
    }

    private boolean isUp() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The exchange ended:\n" + Files.readString(log()));
        }
        try {
            HttpRequest health =
                    HttpRequest.newBuilder(URI.create(url() + "/actuator/health"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        Awaitility.await().atMost(START).until(() -> !process.isAlive());
    }
}
