package org.ehcexchange.agency.education;

import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.ehcexchange.directory.Channel.CbdsOverSftp;
import org.ehcexchange.directory.Secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;

/// A school's SFTP server on a real socket, with its folders on disk.
final class SchoolSite implements AutoCloseable {

    final Path inbox;
    final Path outbox;
    private final SshServer server;
    private final KeyPair hostKey;

    private SchoolSite(Path home, int port) throws IOException, GeneralSecurityException {
        inbox = Files.createDirectories(home.resolve("inbox"));
        outbox = Files.createDirectories(home.resolve("outbox"));
        hostKey = newKey();
        server = SshServer.setUpDefaultServer();
        server.setHost("localhost");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> password.equals("p)s&?w"));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
    }

    static SchoolSite at(Path home) throws IOException, GeneralSecurityException {
        return new SchoolSite(home, 0);
    }

    CbdsOverSftp channel() {
        return channel("p)s&?w", knownHosts(hostKey));
    }

    CbdsOverSftp withPassword(String password) {
        return channel(password, knownHosts(hostKey));
    }

    CbdsOverSftp withAnotherHostKey() throws GeneralSecurityException {
        return channel("p)s&?w", knownHosts(newKey()));
    }

    private CbdsOverSftp channel(String password, String knownHosts) {
        return new CbdsOverSftp(
                "localhost",
                server.getPort(),
                "exchange",
                new Secret(password),
                knownHosts,
                "inbox",
                "outbox");
    }

    private String knownHosts(KeyPair key) {
        return "[localhost]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic());
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
