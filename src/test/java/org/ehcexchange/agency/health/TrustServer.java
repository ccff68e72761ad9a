package org.ehcexchange.agency.health;

import ca.uhn.fhir.context.FhirContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.hl7.fhir.r4.model.Bundle;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A trust's own FHIR server, which keeps what it is sent.
final class TrustServer implements AutoCloseable {

    private final Map<String, CompletableFuture<Bundle>> came = new ConcurrentHashMap<>();
    private final HttpServer server;

    private TrustServer(HttpServer server) {
        this.server = server;
    }

    static TrustServer start() throws IOException {
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TrustServer trust = new TrustServer(http);
        http.createContext("/", trust::receive);
        http.start();
        return trust;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/fhir/$process-message";
    }

    private void receive(HttpExchange call) throws IOException {
        String text = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Bundle bundle = FhirContext.forR4Cached().newXmlParser().parseResource(Bundle.class, text);
        waiting(call.getRequestHeaders().getFirst("X-Request-Id")).complete(bundle);
        call.sendResponseHeaders(200, -1);
        call.close();
    }

    /// The message with this id, once it is here.
    Bundle await(UUID message) throws ExecutionException, InterruptedException, TimeoutException {
        return waiting(message.toString()).get(20, TimeUnit.SECONDS).copy();
    }

    private CompletableFuture<Bundle> waiting(String id) {
        return came.computeIfAbsent(id, each -> new CompletableFuture<>());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
