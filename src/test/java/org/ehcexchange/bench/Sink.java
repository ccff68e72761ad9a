package org.ehcexchange.bench;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// A partner's HTTP door that takes everything at once.
record Sink(HttpServer server) implements AutoCloseable {

    static Sink start(Consumer<byte[]> taken) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        taken.accept(exchange.getRequestBody().readAllBytes());
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new Sink(server);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/messages";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
