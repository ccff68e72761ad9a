package org.ehcexchange.notice;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// One person is to be told one stage of one thing.
///
/// @param person what they sign in with
/// @param organisation whose person they are
/// @param thing a conversation, a clock or what is held, as the stage says
/// @param conversation absent where it is about none
/// @param happenedAt when it came to the stage
record Notice(
        long id,
        Stage stage,
        String person,
        OrganisationCode organisation,
        UUID thing,
        @Nullable ConversationId conversation,
        Instant happenedAt) {}
