package org.ehcexchange.simulator;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// The pretend partners of the demo profile; no other profile starts them.
///
/// @param sftpPort where the school's SFTP server listens; 0 takes a free port
/// @param fhirPort where the trust's FHIR server listens; 0 takes a free port
/// @param httpPort where the social care team and the psychology service listen; 0 takes a free
///     port
/// @param southmerePort where the neighbouring authority's exchange listens; 0 takes a free port
/// @param folder where the school keeps its files and the SFTP server its host key
/// @param sftpHostKey the SFTP server's public key as a known_hosts line; made at the first start,
///     so that there is nothing to set
/// @param keys the folder with the keys by which the demo's two exchanges know each other, the same
///     for both; absent: `keys` in `folder`
/// @param answerAfter how long a partner thinks before each answer
/// @param exchangeUrl where the exchange is; absent means in this process
/// @param story whether the council's case system tells its story at start, for which the
///     neighbouring authority's exchange starts, too
@ConfigurationProperties("exchange.simulator")
record SimulatorSettings(
        @DefaultValue("2222") int sftpPort,
        @DefaultValue("8091") int fhirPort,
        @DefaultValue("8092") int httpPort,
        @DefaultValue("8081") int southmerePort,
        @DefaultValue("data/demo") Path folder,
        @Nullable String sftpHostKey,
        @Nullable Path keys,
        @DefaultValue("1s") Duration answerAfter,
        @Nullable URI exchangeUrl,
        @DefaultValue("true") boolean story) {

    SimulatorSettings {
        port("sftp-port", sftpPort);
        port("fhir-port", fhirPort);
        port("http-port", httpPort);
        port("southmere-port", southmerePort);
        if (answerAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "exchange.simulator.answer-after is negative: give a duration such as 1s");
        }
    }

    private static void port(String key, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "exchange.simulator." + key + " is not a port: give 0 to 65535");
        }
    }
}
