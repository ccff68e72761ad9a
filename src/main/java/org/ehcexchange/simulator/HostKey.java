package org.ehcexchange.simulator;

import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The key by which the school's SFTP server is recognised; made once and kept.
///
/// @param provider reads or makes it
record HostKey(SimpleGeneratorHostKeyProvider provider) {

    static HostKey in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the demo's folder " + folder, e);
        }
        SimpleGeneratorHostKeyProvider provider =
                new SimpleGeneratorHostKeyProvider(folder.resolve("sftp-host-key"));
        provider.setAlgorithm("EC");
        provider.setKeySize(256); // NIST P-256, which every SFTP client knows.
        return new HostKey(provider);
    }

    KeyPairProvider keys() {
        return provider;
    }

    /// As OpenSSH writes it in known_hosts for a server on this host.
    String knownHostsLine(int port) {
        try {
            StringBuilder line = new StringBuilder("[localhost]:").append(port).append(' ');
            PublicKeyEntry.appendPublicKeyEntry(
                    line, provider.loadKeys(null).iterator().next().getPublic());
            return line.toString();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the demo's SFTP host key cannot be read: delete sftp-host-key in"
                            + " exchange.simulator.folder and start again",
                    e);
        }
    }
}
