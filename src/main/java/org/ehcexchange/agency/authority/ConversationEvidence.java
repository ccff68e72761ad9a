package org.ehcexchange.agency.authority;

import org.ehcexchange.access.RealTime;
import org.ehcexchange.access.SealingKeys;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.evidence.EvidenceFile;
import org.ehcexchange.evidence.Evidences;
import org.ehcexchange.ledger.reading.Conversations;
import org.ehcexchange.ledger.reading.Conversations.Conversation;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// Gathers what proves a conversation between two exchanges: exact bytes from the record, and the
/// timeline as the caller may see it.
@Component
class ConversationEvidence implements Evidences {

    private final Conversations conversations;
    private final EvidenceRows rows;
    private final SealingKeys keys;
    private final RealTime time;

    ConversationEvidence(
            Conversations conversations, EvidenceRows rows, SealingKeys keys, RealTime time) {
        this.conversations = conversations;
        this.rows = rows;
        this.keys = keys;
        this.time = time;
    }

    @Override
    public Optional<Evidence> of(OrganisationCode caller, ConversationId id) {
        return conversations
                .conversation(caller, id)
                .map(conversation -> out -> write(conversation, caller, out));
    }

    private void write(Conversation conversation, OrganisationCode caller, OutputStream out)
            throws IOException {
        ConversationId id = conversation.summary().id();
        EvidenceFile file = new EvidenceFile(out, about(conversation, caller), time.instant());
        keys(file, conversation);
        for (EvidenceRows.Sealed sealed : rows.sealed(id)) {
            file.message(rows.bytes(sealed));
            Optional<byte[]> receipt = rows.receipt(sealed);
            if (receipt.isPresent()) {
                file.receipt(receipt.get());
            }
        }
        states(file, conversation);
        file.seal(keys.signing(), time.instant());
    }

    private EvidenceFile.About about(Conversation conversation, OrganisationCode caller) {
        return new EvidenceFile.About(
                conversation.summary().id().value(), parties(conversation), keys.owner(), caller);
    }

    private static List<OrganisationCode> parties(Conversation conversation) {
        return List.of(conversation.summary().from(), conversation.summary().to());
    }

    private void keys(EvidenceFile file, Conversation conversation) throws IOException {
        for (EvidenceRows.Key key : rows.keys(keys, parties(conversation))) {
            file.key(key.organisation(), key.key());
        }
    }

    private static void states(EvidenceFile file, Conversation conversation) throws IOException {
        for (Conversations.Step step : conversation.timeline()) {
            MessageId message = step.messageId();
            file.state(step.at(), step.by(), step.what(), message == null ? null : message.value());
        }
    }
}
