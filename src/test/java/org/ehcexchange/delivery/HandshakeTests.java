package org.ehcexchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.ehcexchange.delivery.SelfTest.Step;
import org.ehcexchange.delivery.SelfTest.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// What the self-test says of a partner's door.
class HandshakeTests {

    private static final String PASSWORD = "changeit";

    @TempDir static Path folder;

    @BeforeAll
    static void certify() throws IOException, InterruptedException {
        certificate("lasting", 400);
        certificate("ending", 11);
    }

    @Test
    void saysHowLongACertificateHolds() throws IOException {
        Step step = door("lasting", "lasting");

        assertThat(step.verdict()).isEqualTo(Verdict.FINE);
        assertThat(step.words()).contains("holds for 399 days");
    }

    @Test
    void saysThatACertificateEndsSoon() throws IOException {
        Step step = door("ending", "ending");

        assertThat(step.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(step.words()).contains("10 days only", "renew");
    }

    @Test
    void saysThatACertificateIsNotTrusted() throws IOException {
        Step step = door("lasting", null);

        assertThat(step.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(step.words()).contains("TLS is not agreed");
    }

    @Test
    void saysThatADoorIsClosed() throws IOException {
        HttpsServer server = server("lasting");
        int port = server.getAddress().getPort();
        server.stop(0);

        assertThat(handshake(null).connect("localhost", port).words())
                .contains("No connection to localhost:" + port);
    }

    private static Step door(String shown, @Nullable String trusted) throws IOException {
        HttpsServer server = server(shown);
        try {
            return handshake(trusted).tls("localhost", server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static HttpsServer server(String name) throws IOException {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(bundle(name).createSslContext()));
        server.start();
        return server;
    }

    private static Handshake handshake(@Nullable String trusted) {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        if (trusted != null) {
            bundles.registerBundle(trusted, bundle(trusted));
        }
        var settings = new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), trusted);
        return new Handshake(
                new HttpClients().httpClient(settings, bundles), settings, InstantSource.system());
    }

    private static SslBundle bundle(String name) {
        JksSslStoreDetails store =
                JksSslStoreDetails.forLocation(folder.resolve(name + ".p12").toUri().toString())
                        .withPassword(PASSWORD);
        return SslBundle.of(new JksSslStoreBundle(store, store));
    }

    private static void certificate(String name, int days)
            throws IOException, InterruptedException {
        Process keytool =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                                .toString(),
                                        "-genkeypair",
                                        "-keystore",
                                        folder.resolve(name + ".p12").toString(),
                                        "-storetype",
                                        "PKCS12",
                                        "-storepass",
                                        PASSWORD,
                                        "-alias",
                                        name,
                                        "-keyalg",
                                        "EC",
                                        "-dname",
                                        "CN=" + name,
                                        "-ext",
                                        "san=dns:localhost",
                                        "-validity",
                                        String.valueOf(days)))
                        .redirectErrorStream(true)
                        .start();
        keytool.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(keytool.waitFor()).isZero();
    }
}
