package org.ehcexchange.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/// Reads the keys of one channel.
final class ChannelPage {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final URI NONE = URI.create("about:blank");

    private final Page page;

    ChannelPage(Page page) {
        this.page = page;
    }

    /// Empty when the type is missing or unknown.
    Optional<Channel> read(Fields fields) {
        Value type = fields.required("type");
        return switch (type.text()) {
            case "fhir" ->
                    found(new Channel.Fhir(url(fields, "endpoint"), format(fields), login(fields)));
            case "fhir-poll" -> found(new Channel.FhirPoll());
            case "cbds-xml-sftp" -> found(sftp(fields));
            case "cbds-xml-http" ->
                    found(new Channel.CbdsOverHttp(url(fields, "endpoint"), login(fields)));
            case "ssd-json-http" ->
                    found(new Channel.SsdOverHttp(url(fields, "endpoint"), login(fields)));
            case "canonical-push" ->
                    found(new Channel.CanonicalPush(url(fields, "endpoint"), login(fields)));
            case "canonical-pull" -> found(new Channel.CanonicalPull());
            case "worktray" -> found(new Channel.Worktray());
            case "exchange" ->
                    found(
                            new Channel.Exchange(
                                    url(fields, "endpoint"), new KeyPage(page).read(fields)));
            default ->
                    unknown(
                            type,
                            "a channel: use fhir, fhir-poll, cbds-xml-sftp, cbds-xml-http,"
                                    + " ssd-json-http, canonical-push, canonical-pull, worktray or"
                                    + " exchange");
        };
    }

    private static Optional<Channel> found(Channel channel) {
        return Optional.of(channel);
    }

    private <T> Optional<T> unknown(Value type, String kinds) {
        if (!type.isMissing()) {
            page.problem(type.line(), "'" + type.text() + "' is not " + kinds);
        }
        return Optional.empty();
    }

    private Channel sftp(Fields fields) {
        return new Channel.CbdsOverSftp(
                fields.required("host").text(),
                port(fields),
                fields.required("user").text(),
                fields.requiredSecret("password"),
                hostKey(fields),
                fields.required("inbox").text(),
                fields.required("outbox").text());
    }

    private String hostKey(Fields fields) {
        Value key = fields.required("host-key");
        if (key.text().equals("unchecked") && !page.values().secrets().isDemo()) {
            page.problem(
                    key.line(),
                    "'host-key' may be unchecked in the demo only: give the server's known_hosts"
                            + " line");
        }
        return key.text();
    }

    private int port(Fields fields) {
        return fields.text("port").map(this::port).orElse(22);
    }

    private int port(Value value) {
        if (value.text().matches("[0-9]{1,5}") && Integer.parseInt(value.text()) <= 65_535) {
            return Integer.parseInt(value.text());
        }
        page.problem(value.line(), "'port' is not a number from 0 to 65535");
        return 0;
    }

    private Channel.WireFormat format(Fields fields) {
        Value value = fields.text("format").orElse(new Value("format", "json", fields.line()));
        return switch (value.text()) {
            case "json" -> Channel.WireFormat.JSON;
            case "xml" -> Channel.WireFormat.XML;
            default -> {
                page.problem(value.line(), "'format' is not json or xml");
                yield Channel.WireFormat.JSON;
            }
        };
    }

    private Channel.Login login(Fields fields) {
        if (!fields.has("login")) {
            page.problem(
                    fields.line(),
                    "'login' is missing: say how the exchange signs in, with type"
                            + " client-credentials, bearer or none");
        }
        return fields.nested("login", this::loginKeys).orElse(new Channel.Login.None());
    }

    private Optional<Channel.Login> loginKeys(Fields fields) {
        Value type = fields.required("type");
        return switch (type.text()) {
            case "none" -> Optional.of(none(type));
            case "bearer" -> Optional.of(new Channel.Login.Bearer(fields.requiredSecret("token")));
            case "client-credentials" ->
                    Optional.of(
                            new Channel.Login.ClientCredentials(
                                    url(fields, "token-url"),
                                    fields.required("client-id").text(),
                                    fields.requiredSecret("secret")));
            default -> unknown(type, "a login: use client-credentials, bearer or none");
        };
    }

    private Channel.Login none(Value type) {
        if (!page.values().secrets().isDemo()) {
            page.problem(
                    type.line(),
                    "a login of type none is for the demo only: use client-credentials or bearer");
        }
        return new Channel.Login.None();
    }

    private URI url(Fields fields, String key) {
        Value value = fields.required(key);
        if (value.isMissing()) {
            return NONE;
        }
        try {
            URI url = new URI(value.text());
            check(url, value);
            return url;
        } catch (URISyntaxException e) {
            notAUrl(value);
            return NONE;
        }
    }

    private void check(URI url, Value value) {
        boolean http = "http".equals(url.getScheme());
        if (url.getHost() == null || !(http || "https".equals(url.getScheme()))) {
            notAUrl(value);
        } else if (url.getUserInfo() != null) {
            page.problem(
                    value.line(), "'" + value.key() + "' carries a login: give it under 'login'");
        } else if (http && !page.values().secrets().isDemo() && !isHere(url)) {
            page.problem(
                    value.line(),
                    "'"
                            + value.key()
                            + "' is not encrypted: use https, since http is only for this host or"
                            + " the demo");
        }
    }

    private static boolean isHere(URI url) {
        return LOOPBACK.contains(url.getHost());
    }

    private void notAUrl(Value value) {
        page.problem(value.line(), "'" + value.key() + "' is not a URL such as https://host/path");
    }
}
