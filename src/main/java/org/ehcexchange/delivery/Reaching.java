package org.ehcexchange.delivery;

import org.ehcexchange.delivery.SelfTest.Step;
import org.ehcexchange.delivery.SelfTest.Verdict;
import org.ehcexchange.directory.Channel;
import org.springframework.stereotype.Component;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/// Tries whether a partner's name resolves, its door opens safely and its login holds.
@Component
class Reaching {

    private static final int HTTPS = 443;

    private final Handshake handshake;
    private final PartnerTokens tokens;

    Reaching(Handshake handshake, PartnerTokens tokens) {
        this.handshake = handshake;
        this.tokens = tokens;
    }

    List<Step> of(Channel channel) {
        return switch (channel) {
            case Channel.Fhir(URI to, var format, Channel.Login login) -> http(to, login);
            case Channel.CbdsOverHttp(URI to, Channel.Login login) -> http(to, login);
            case Channel.SsdOverHttp(URI to, Channel.Login login) -> http(to, login);
            case Channel.CanonicalPush(URI to, Channel.Login login) -> http(to, login);
            case Channel.Exchange exchange -> http(exchange.endpoint(), new Channel.Login.None());
            case Channel.CbdsOverSftp sftp -> sftp(sftp);
            case Channel.FhirPoll poll -> List.of(comesForIt());
            case Channel.CanonicalPull pull -> List.of(comesForIt());
            case Channel.Worktray tray ->
                    List.of(
                            new Step(
                                    "Address",
                                    Verdict.NOTE,
                                    "Its people use these pages: nothing is sent anywhere."));
        };
    }

    private static Step comesForIt() {
        return new Step(
                "Address",
                Verdict.NOTE,
                "It comes for what is sent to it: there is no address of its own to try.");
    }

    private List<Step> http(URI endpoint, Channel.Login login) {
        List<Step> steps = new ArrayList<>();
        Step name = name(endpoint.getHost());
        steps.add(name);
        if (name.verdict() == Verdict.WRONG) {
            return steps;
        }
        Step door =
                endpoint.getScheme().equals("https")
                        ? handshake.tls(endpoint.getHost(), port(endpoint, HTTPS))
                        : handshake.plain(endpoint.getHost(), port(endpoint, 80));
        steps.add(door);
        if (door.verdict() != Verdict.WRONG) {
            steps.add(credentials(login));
        }
        return steps;
    }

    private static int port(URI endpoint, int usual) {
        return endpoint.getPort() < 0 ? usual : endpoint.getPort();
    }

    private List<Step> sftp(Channel.CbdsOverSftp server) {
        Step name = name(server.host());
        return name.verdict() == Verdict.WRONG
                ? List.of(name)
                : List.of(name, handshake.connect(server.host(), server.port()));
    }

    private static Step name(String host) {
        try {
            int addresses = InetAddress.getAllByName(host).length;
            return new Step(
                    "Name",
                    Verdict.FINE,
                    "%s resolves to %d address%s."
                            .formatted(host, addresses, addresses == 1 ? "" : "es"));
        } catch (UnknownHostException unknown) {
            return new Step(
                    "Name",
                    Verdict.WRONG,
                    "The name %s does not resolve. Put the endpoint in its directory file right, or ask your network team."
                            .formatted(host));
        }
    }

    private Step credentials(Channel.Login login) {
        return switch (login) {
            case Channel.Login.None none ->
                    new Step("Credentials", Verdict.NOTE, "We sign in with nothing there.");
            case Channel.Login.Bearer bearer ->
                    new Step(
                            "Credentials",
                            Verdict.NOTE,
                            "We show a fixed token; only a message tells whether they take it.");
            case Channel.Login.ClientCredentials credentials -> token(credentials);
        };
    }

    private Step token(Channel.Login.ClientCredentials credentials) {
        try {
            var unused = tokens.authorization(credentials);
            return new Step("Credentials", Verdict.FINE, "They gave us a token.");
        } catch (PartnerTokens.NoToken refused) {
            return new Step(
                    "Credentials",
                    Verdict.WRONG,
                    "They gave us no token: %s. Compare client id and secret in its directory file with what they issued."
                            .formatted(Rehearsal.reason(refused.sending())));
        }
    }
}
