package org.ehcexchange.agency.education;

import org.apache.camel.component.file.remote.SftpConfiguration;
import org.ehcexchange.directory.Channel.CbdsOverSftp;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;

/// How the exchange signs in at a partner's SFTP server, and how it knows it: by the key in the
/// directory, and by nothing else.
///
/// Credentials are set on the endpoint itself, because Camel keeps and shows addresses.
@Component
class SftpLogin {

    /// What a directory may say in the demo, whose server makes its key at its first start.
    private static final String UNCHECKED = "unchecked";

    private final EducationSettings settings;

    SftpLogin(EducationSettings settings) {
        this.settings = settings;
    }

    void configure(SftpConfiguration configuration, CbdsOverSftp server) {
        boolean unchecked = server.hostKey().equals(UNCHECKED);
        configuration.setUsername(server.user());
        configuration.setPassword(server.password().value());
        configuration.setPreferredAuthentications("password,keyboard-interactive");
        configuration.setStrictHostKeyChecking(unchecked ? "no" : "yes");
        configuration.setKnownHosts(unchecked ? new byte[0] : knownHosts(server));
        configuration.setUseUserKnownHostsFile(false);
        configuration.setConnectTimeout((int) settings.connectWithin().toMillis());
        configuration.setStepwise(false);
    }

    private static byte[] knownHosts(CbdsOverSftp server) {
        return (server.hostKey() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
