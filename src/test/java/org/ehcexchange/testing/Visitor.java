package org.ehcexchange.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A person with a browser that runs no script: keeps cookies, follows no redirect, sends forms
/// with the token of the page they are on.
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final String BOUNDARY = "between-the-parts";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    public Visitor(String base) {
        this.base = base;
    }

    public Visitor signIn(String name, String password) {
        HttpResponse<String> answer =
                submit("/sign-in", "/sign-in", Map.of("sign-in", name, "password", password));
        String there = answer.headers().firstValue("Location").orElse("");
        if (there.contains("/sign-in")) {
            throw new IllegalStateException("not signed in: " + there);
        }
        return this;
    }

    public String page(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return whole(path, answer.body());
    }

    /// A template that fails half-way has answered with 200 already.
    private static String whole(String path, String page) {
        if (!page.stripTrailing().endsWith("</html>")) {
            throw new IllegalStateException(path + " breaks off");
        }
        return page;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /// Opens a page and sends a form of it.
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", token(get(page).body()));
        return post(action, all);
    }

    /// Opens a page and sends one field of a form of it as a browser sends files, with the token in
    /// the address.
    public HttpResponse<String> paste(String page, String field, BodyPublisher text) {
        return parts(page + "?_csrf=" + encoded(token(get(page).body())), field, text);
    }

    /// As [#paste], with no token unless the address has one.
    public HttpResponse<String> parts(String action, String field, BodyPublisher text) {
        String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n";
        return send(
                request(action)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(
                                BodyPublishers.concat(
                                        BodyPublishers.ofString(head.formatted(BOUNDARY, field)),
                                        text,
                                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                        .build());
    }

    /// Sends a form as it is, with no token unless given.
    public HttpResponse<String> post(String action, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("a page without a form");
        }
        return token.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
