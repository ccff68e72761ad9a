package org.ehcexchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The exchange shows partners its certificate when it is told to, and trusts whom it is told to.
class MutualTlsTests {

    private static final String PASSWORD = "changeit";

    @TempDir static Path folder;
    private static HttpsServer server;

    @BeforeAll
    static void open() throws Exception {
        authority("authority");
        certified("southmere", "authority");
        certified("northshire", "authority");
        authority("stranger");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(
                new HttpsConfigurator(bundle("southmere", "authority").createSslContext()) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        var wanted = getSSLContext().getDefaultSSLParameters();
                        wanted.setNeedClientAuth(true);
                        parameters.setSSLParameters(wanted);
                    }
                });
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(204, -1);
                    }
                });
        server.start();
    }

    @AfterAll
    static void close() {
        server.stop(0);
    }

    @Test
    void isLetInWithACertificateThatThePartnerTrusts() {
        assertThat(call("mutual", bundle("northshire", "authority")))
                .isInstanceOf(Sending.Sent.class);
    }

    @Test
    void isNotLetInWithoutOne() {
        assertThat(call("trusting", bundle(null, "authority")))
                .isInstanceOfAny(Sending.Unreachable.class, Sending.TryAgain.class);
    }

    @Test
    void doesNotTalkToAPartnerItDoesNotTrust() {
        assertThat(call("other", bundle("northshire", "stranger")))
                .isInstanceOf(Sending.Unreachable.class);
        assertThat(call(null, null)).isInstanceOf(Sending.Unreachable.class);
    }

    private static Sending call(@Nullable String name, @Nullable SslBundle bundle) {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        if (name != null && bundle != null) {
            bundles.registerBundle(name, bundle);
        }
        var settings = new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), name);
        try (var client = new HttpClients().httpClient(settings, bundles)) {
            URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
            return new JdkSignedHttp(client, settings).call(HttpRequest.newBuilder(url)).sending();
        }
    }

    private static SslBundle bundle(@Nullable String own, String trusted) {
        JksSslStoreDetails keys =
                own == null
                        ? null
                        : JksSslStoreDetails.forLocation(store(own)).withPassword(PASSWORD);
        return SslBundle.of(
                new JksSslStoreBundle(
                        keys,
                        JksSslStoreDetails.forLocation(store(trusted + "-trust"))
                                .withPassword(PASSWORD)));
    }

    private static String store(String name) {
        return folder.resolve(name + ".p12").toUri().toString();
    }

    /// A certificate authority of our own, and a store of those who trust it.
    private static void authority(String name) throws IOException, InterruptedException {
        keytool(
                name,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "bc:c");
        keytool(name, "-exportcert", "-alias", name, "-file", file(name + ".crt"), "-rfc");
        keytool(
                name + "-trust",
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-file",
                file(name + ".crt"));
    }

    private static void certified(String name, String by) throws IOException, InterruptedException {
        keytool(name, "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name);
        keytool(name, "-certreq", "-alias", name, "-file", file(name + ".csr"));
        keytool(
                by,
                "-gencert",
                "-alias",
                by,
                "-infile",
                file(name + ".csr"),
                "-outfile",
                file(name + ".crt"),
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-rfc");
        keytool(name, "-importcert", "-noprompt", "-alias", by, "-file", file(by + ".crt"));
        keytool(name, "-importcert", "-noprompt", "-alias", name, "-file", file(name + ".crt"));
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void keytool(String store, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(
                List.of(
                        "-keystore",
                        file(store + ".p12"),
                        "-storepass",
                        PASSWORD,
                        "-storetype",
                        "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
