package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.Code;

/// What became of a message.
public enum Standing implements Code {
    ACCEPTED,
    /// A person must say whether it is about the child it seems to be about.
    HELD,
    /// The gate refused it.
    REFUSED,
    /// It came after a withdrawal; kept and delivered, with that said.
    FLAGGED,
    /// An older revision than one already recorded; kept, without effect.
    SUPERSEDED,
    /// A person rejected it while it was held.
    REJECTED,
    /// Its sender took it back while it was held: there is nothing to decide any more.
    TAKEN_BACK
}
