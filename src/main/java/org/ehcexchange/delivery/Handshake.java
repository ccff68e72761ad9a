package org.ehcexchange.delivery;

import org.ehcexchange.delivery.SelfTest.Step;
import org.ehcexchange.delivery.SelfTest.Verdict;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Opens a partner's door as a delivery would, with the same trust, and says how long its
/// certificate holds.
@Component
class Handshake {

    private static final String DOOR = "Connection";

    /// A certificate takes some days to renew.
    private static final long SOON_DAYS = 30;

    private final HttpClient client;
    private final HttpSettings settings;
    private final InstantSource clock;

    Handshake(HttpClient client, HttpSettings settings, InstantSource clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
    }

    Step plain(String host, int port) {
        Step open = connect(host, port);
        return open.verdict() == Verdict.WRONG
                ? open
                : new Step(
                        DOOR,
                        Verdict.NOTE,
                        "It opens, but is not encrypted: use https unless it is on this same"
                                + " host.");
    }

    Step connect(String host, int port) {
        try (Socket _ = open(host, port)) {
            return new Step(DOOR, Verdict.FINE, "%s:%d opens.".formatted(host, port));
        } catch (IOException closed) {
            return closed(host, port);
        }
    }

    private Socket open(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), millis(settings.connectWithin()));
            socket.setSoTimeout(millis(settings.connectWithin()));
            return socket;
        } catch (IOException closed) {
            socket.close();
            throw closed;
        }
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    private static Step closed(String host, int port) {
        return new Step(
                DOOR,
                Verdict.WRONG,
                "No connection to %s:%d. Ask them whether it runs, and your network team whether its firewall lets us through."
                        .formatted(host, port));
    }

    Step tls(String host, int port) {
        try (Socket socket = open(host, port);
                SSLSocket secured =
                        (SSLSocket)
                                client.sslContext()
                                        .getSocketFactory()
                                        .createSocket(socket, host, port, true)) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return certificate(secured.getSession().getPeerCertificates());
        } catch (SSLException untrusted) {
            return new Step(
                    DOOR,
                    Verdict.WRONG,
                    "It opens, but TLS is not agreed: its certificate has expired, is not for this"
                        + " name or is not one we trust. Ask them for its chain, and add its issuer"
                        + " to your trust store.");
        } catch (IOException closed) {
            return closed(host, port);
        }
    }

    private Step certificate(Certificate[] chain) {
        Optional<Instant> ends =
                Arrays.stream(chain)
                        .filter(X509Certificate.class::isInstance)
                        .map(each -> ((X509Certificate) each).getNotAfter().toInstant())
                        .min(Comparator.naturalOrder());
        long days = ends.map(end -> Duration.between(clock.instant(), end).toDays()).orElse(0L);
        return days < SOON_DAYS
                ? new Step(
                        DOOR,
                        Verdict.WRONG,
                        "It opens with TLS; its certificate holds for %d days only. Ask them to renew it."
                                .formatted(days))
                : new Step(
                        DOOR,
                        Verdict.FINE,
                        "It opens with TLS; its certificate holds for %d days.".formatted(days));
    }
}
