package org.ehcexchange.running;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// An Artemis broker in a process of its own, made from the project's downloaded distribution.
public final class StandaloneBroker implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Path instance;
    private final int port;
    private Process process;

    private StandaloneBroker(Path instance, int port) throws IOException {
        this.instance = instance;
        this.port = port;
        this.process = run();
    }

    /// Whether the build put the distribution where tests find it.
    public static boolean isThere() {
        return Files.isExecutable(home().resolve("bin/artemis"));
    }

    public static StandaloneBroker start(Path folder) throws IOException, InterruptedException {
        int port = Ports.free();
        Path instance = folder.resolve("broker");
        Process create =
                process(
                        List.of(
                                home().resolve("bin/artemis").toString(),
                                "create",
                                instance.toString(),
                                "--user",
                                "exchange",
                                "--password",
                                "exchange",
                                "--require-login",
                                "--no-web",
                                "--no-amqp-acceptor",
                                "--no-hornetq-acceptor",
                                "--no-mqtt-acceptor",
                                "--no-stomp-acceptor",
                                "--no-autotune",
                                "--nio",
                                "--default-port",
                                String.valueOf(port)),
                        folder.resolve("create.log"));
        if (create.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("create.log")));
        }
        StandaloneBroker broker = new StandaloneBroker(instance, port);
        broker.awaitDoor();
        return broker;
    }

    public String url() {
        return "tcp://localhost:%d?reconnectAttempts=-1&retryInterval=200".formatted(port);
    }

    public void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    public void startAgain() throws IOException {
        process = run();
        awaitDoor();
    }

    private Process run() throws IOException {
        return process(
                List.of(instance.resolve("bin/artemis").toString(), "run"),
                instance.resolve("run.log"));
    }

    private void awaitDoor() {
        Awaitility.await().atMost(START).until(this::isOpen);
    }

    private boolean isOpen() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Process process(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_ARGS", "-Xmx256m");
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    private static Path home() {
        return Path.of(
                System.getProperty("artemis.home", "target/standalone/apache-artemis-2.44.0"));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
