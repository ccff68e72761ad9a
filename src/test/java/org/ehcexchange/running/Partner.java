package org.ehcexchange.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/// A partner's HTTP door on a real socket: keeps what it is sent, and answers as the test tells it.
public final class Partner implements AutoCloseable {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile ToIntFunction<String> answer = body -> 200;
    private HttpServer server;

    private Partner(int port) throws IOException {
        this.server = open(port);
        this.port = server.getAddress().getPort();
    }

    public static Partner start() throws IOException {
        return new Partner(0);
    }

    private HttpServer open(int on) throws IOException {
        HttpServer opened =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 100);
        opened.createContext("/", this::handle);
        opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        opened.start();
        return opened;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            attempts.add(body);
            int status = answer.applyAsInt(body);
            if (status == 200) {
                received.add(body);
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    public String url() {
        return "http://localhost:" + port + "/messages";
    }

    public void answers(ToIntFunction<String> status) {
        answer = status;
    }

    /// What it answered with 200, in order, repeats included.
    public List<String> received() {
        return received;
    }

    /// Everything that reached it, whatever it answered.
    public List<String> attempts() {
        return attempts;
    }

    public void goesDown() {
        server.stop(0);
    }

    public void comesBack() throws IOException {
        server = open(port);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
