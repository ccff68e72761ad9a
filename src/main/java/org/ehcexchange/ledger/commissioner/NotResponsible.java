package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

/// A commissioner says that it was told wrongly; published in the transaction that records it.
///
/// @param told who says so
/// @param responsible who is, as far as it knows; absent where it does not
public record NotResponsible(
        ConversationId conversation,
        OrganisationCode told,
        @Nullable OrganisationCode responsible) {}
