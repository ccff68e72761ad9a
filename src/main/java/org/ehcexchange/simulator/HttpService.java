package org.ehcexchange.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A partner's HTTP server on this host; every path but its token door needs a token.
final class HttpService {

    private final HttpServer server;
    private final Doorman doorman = new Doorman();

    HttpService(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the demo cannot listen on port "
                            + port
                            + ": stop what uses it, or set another under exchange.simulator",
                    e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/token", call -> answer(call, doorman::issue));
    }

    record Request(String method, String path, Map<String, String> headers, byte[] body) {

        /// Empty when the header is not there.
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    record Response(int status, String contentType, String body) {}

    HttpService on(String path, Function<Request, Response> handler) {
        server.createContext(path, call -> answer(call, doorman.admit(handler)));
        return this;
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange call, Function<Request, Response> handler)
            throws IOException {
        try (call) {
            Response response = handler.apply(read(call));
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", response.contentType());
            call.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            call.getResponseBody().write(body);
        }
    }

    private static Request read(HttpExchange call) throws IOException {
        Map<String, String> headers = new HashMap<>();
        call.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Request(
                call.getRequestMethod(),
                call.getRequestURI().getPath(),
                headers,
                call.getRequestBody().readAllBytes());
    }
}
