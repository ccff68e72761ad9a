package org.ehcexchange.agency.education;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.file.GenericFileExist;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.ehcexchange.directory.Channel;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Writes files into folders of partners' SFTP servers; a file appears whole, under its name, or
/// not at all.
@Component
class SftpFolders {

    /// Not among the endings that a partner or this exchange reads.
    private static final String UNFINISHED = ".part";

    private final CamelContext camel;
    private final ProducerTemplate files;
    private final SftpLogin login;
    private final Map<Folder, Endpoint> endpoints = new ConcurrentHashMap<>();

    SftpFolders(CamelContext camel, ProducerTemplate files, SftpLogin login) {
        this.camel = camel;
        this.files = files;
        this.login = login;
    }

    private record Folder(Channel.CbdsOverSftp server, String path) {}

    /// @param content bytes or a stream; a stream is copied through and not closed
    /// @throws CamelExecutionException when it could not be written; see [SftpFaults]
    void put(Channel.CbdsOverSftp server, String path, String name, Object content) {
        var folder = endpoints.computeIfAbsent(new Folder(server, path), this::endpoint);
        files.sendBodyAndHeader(folder, content, "CamelFileName", name);
    }

    /// The address holds no credentials, because Camel keeps and shows addresses.
    private Endpoint endpoint(Folder folder) {
        var server = folder.server();
        var uri =
                "sftp:%s@%s:%d/%s"
                        .formatted(server.user(), server.host(), server.port(), folder.path());
        var endpoint = camel.getEndpoint(uri, SftpEndpoint.class);
        login.configure(endpoint.getConfiguration(), server);
        endpoint.setTempFileName("${file:name}" + UNFINISHED);
        endpoint.setFileExist(GenericFileExist.Override);
        return endpoint;
    }
}
