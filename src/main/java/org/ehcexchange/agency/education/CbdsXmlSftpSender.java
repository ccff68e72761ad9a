package org.ehcexchange.agency.education;

import org.apache.camel.CamelExecutionException;
import org.ehcexchange.agency.education.EducationWriter.Written;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.Rehearsed;
import org.ehcexchange.delivery.Sender;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Channel.CbdsOverSftp;
import org.ehcexchange.documents.Documents;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Leaves EHC advice XML in a partner's SFTP inbox: first each document as
/// `<document id>.<ending>`, then the message as `<message id>.xml`, so that whoever sees the
/// message finds its documents. A repeat writes the same names with the same content.
@Component("cbdsXmlSftpSender")
class CbdsXmlSftpSender implements Sender {

    private final EducationWriter writer;
    private final EducationRehearsal rehearsal;
    private final SftpFolders folders;
    private final Documents documents;

    CbdsXmlSftpSender(
            EducationWriter writer,
            EducationRehearsal rehearsal,
            SftpFolders folders,
            Documents documents) {
        this.writer = writer;
        this.rehearsal = rehearsal;
        this.folders = folders;
        this.documents = documents;
    }

    @Override
    public Sending send(Consignment consignment) {
        return switch (writer.write(consignment.cleared().message())) {
            case Written.Not(var reason) -> new Sending.Failed(reason);
            case Written.Bytes(var xml) -> put(consignment, xml);
        };
    }

    @Override
    public Rehearsed rehearse(Consignment consignment) {
        return rehearsal.of(consignment.cleared().message());
    }

    private Sending put(Consignment consignment, byte[] xml) {
        return consignment.recipient().channel() instanceof Channel.CbdsOverSftp server
                ? put(server, consignment, xml)
                : new Sending.Failed(
                        consignment.recipient().code() + " is no longer reached by cbds-xml-sftp");
    }

    private Sending put(CbdsOverSftp server, Consignment consignment, byte[] xml) {
        var name = consignment.messageId() + ".xml";
        try {
            for (var document : consignment.cleared().message().envelope().documents()) {
                put(server, document);
            }
            folders.put(server, server.inbox(), name, xml);
            return new Sending.Sent("SFTP file " + name, xml);
        } catch (CamelExecutionException failed) {
            return SftpFaults.classify(failed, server);
        } catch (DocumentGone gone) {
            return new Sending.Failed(String.valueOf(gone.getMessage()));
        }
    }

    private void put(CbdsOverSftp server, DocumentReference named) {
        var stored = documents.find(named.id()).orElseThrow(() -> new DocumentGone(named));
        var name = named.id() + "." + Endings.of(named.mediaType());
        try (var bytes = documents.open(stored)) {
            folders.put(server, server.inbox(), name, bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Document " + named.id() + " broke off.", unreadable);
        }
    }

    /// A document that a cleared message names is not in the store any more.
    private static final class DocumentGone extends RuntimeException {
        DocumentGone(DocumentReference named) {
            super("document " + named.id() + " is not in the store");
        }
    }
}
