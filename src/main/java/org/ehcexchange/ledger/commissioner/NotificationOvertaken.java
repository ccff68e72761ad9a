package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.ConversationId;

/// A later notification of the same child counts in place of this one; published in the transaction
/// that records it.
public record NotificationOvertaken(ConversationId conversation) {}
