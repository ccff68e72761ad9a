package org.ehcexchange.notification;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;

import java.time.Instant;

/// A notification waits for the word of a person at the old commissioner, for the first time or
/// again; published in the transaction that records it.
public record ChangeWaits(ConversationId notification, OrganisationCode old, Instant at) {}
