package org.ehcexchange.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An exchange that takes everything and remembers it.
final class StubExchange implements AutoCloseable {

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile String inbox = "{\"items\":[]}";

    StubExchange() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    record Call(String path, String authorization, String body) {}

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// What partners sent, without their calls for tokens and to their inboxes.
    List<String> messages() {
        return calls.stream()
                .filter(call -> call.path().endsWith("messages") || call.path().contains("fhir"))
                .map(Call::body)
                .toList();
    }

    List<Call> calls() {
        return calls;
    }

    /// What the next look into the inbox finds, once.
    void offer(String items) {
        inbox = items;
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            String path = call.getRequestURI().getPath();
            String authorization = call.getRequestHeaders().getFirst("Authorization");
            byte[] body = call.getRequestBody().readAllBytes();
            calls.add(new Call(path, authorization, new String(body, StandardCharsets.UTF_8)));
            byte[] answer = answer(path).getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
        }
    }

    private String answer(String path) {
        if (path.equals("/oauth2/token")) {
            return "{\"access_token\":\"a-token\"}";
        }
        if (path.equals("/api/v1/inbox")) {
            String found = inbox;
            inbox = "{\"items\":[]}";
            return found;
        }
        return "{}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
