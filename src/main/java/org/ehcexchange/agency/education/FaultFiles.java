package org.ehcexchange.agency.education;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Directory;
import org.springframework.stereotype.Component;

/// Tells a partner why a file of its outbox was refused: `refused/<file>.fault.xml`.
@Component
class FaultFiles {

    private static final String REFUSED = "refused";

    private final Directory directory;
    private final SftpFolders folders;

    FaultFiles(Directory directory, SftpFolders folders) {
        this.directory = directory;
        this.folders = folders;
    }

    /// @return the folder that the refused file itself goes to
    String write(OrganisationCode partner, String name, byte[] fault) {
        var channel = directory.find(partner).map(found -> found.channel()).orElse(null);
        if (channel instanceof Channel.CbdsOverSftp server) {
            folders.put(server, server.outbox() + "/" + REFUSED, name + ".fault.xml", fault);
        }
        return REFUSED;
    }
}
