package org.ehcexchange.simulator;

import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The school's SFTP server on this host: one account, two folders.
record SchoolServer(SshServer server, SchoolFolders folders) {

    static SchoolServer at(SimulatorSettings settings) {
        Path home = settings.folder().resolve("school").toAbsolutePath();
        SchoolServer school =
                new SchoolServer(
                        SshServer.setUpDefaultServer(),
                        new SchoolFolders(home.resolve("inbox"), home.resolve("outbox")));
        school.makeFolders();
        school.configure(settings, home);
        return school;
    }

    private void makeFolders() {
        try {
            Files.createDirectories(folders.inbox());
            Files.createDirectories(folders.outbox());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the school's folders", e);
        }
    }

    private void configure(SimulatorSettings settings, Path home) {
        server.setHost("localhost");
        server.setPort(settings.sftpPort());
        server.setKeyPairProvider(HostKey.in(settings.folder()).keys());
        server.setPasswordAuthenticator((user, password, session) -> "demo".equals(password));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    }

    void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the demo's SFTP server cannot listen on port "
                            + server.getPort()
                            + ": stop what uses it, or set exchange.simulator.sftp-port",
                    e);
        }
    }

    void stop() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's SFTP server did not stop", e);
        }
    }
}
