package org.ehcexchange.evidence;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Where the evidence of a conversation is to be had.
public interface Evidences {

    /// For who takes part in the conversation; somebody else's and an absent one are both empty.
    Optional<Evidence> of(OrganisationCode caller, ConversationId conversation);

    /// Written when it is asked for, line by line.
    @FunctionalInterface
    interface Evidence {
        void writeTo(OutputStream out) throws IOException;
    }
}
