package org.ehcexchange.notification;

import org.ehcexchange.canonical.Commissioners;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.NotificationCause;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/// One change of commissioner as it stands.
///
/// @param id of the notification's conversation
/// @param planConversation where the plan is on record
/// @param next the authority that has the plan after the change
/// @param startedBy absent where the move of a plan started it
/// @param statedOld who the commissioners are, as stated; absent: the directory says
/// @param old as it is today; absent until resolved
/// @param successor absent until resolved, or while nobody knows
/// @param movedOn absent until the plan has been read
/// @param awareOn from when the old commissioner's time counts
/// @param approvedAt absent until it was approved, or went by itself
/// @param byPerson whether a person approved it
/// @param sendings how often it was sent, to the wrong body too
record Change(
        ConversationId id,
        NotificationCause cause,
        ConversationId planConversation,
        String plan,
        OrganisationCode authority,
        OrganisationCode next,
        @Nullable OrganisationCode startedBy,
        @Nullable OrganisationCode statedOld,
        @Nullable OrganisationCode statedNew,
        @Nullable OrganisationCode old,
        @Nullable OrganisationCode successor,
        @Nullable LocalDate movedOn,
        LocalDate awareOn,
        ChangeState state,
        @Nullable Instant approvedAt,
        boolean byPerson,
        int sendings) {

    OrganisationCode resolvedOld() {
        return Objects.requireNonNull(old, "nobody looked who the old commissioner is");
    }

    OrganisationCode resolvedSuccessor() {
        return Objects.requireNonNull(successor, "nobody said who the new commissioner is");
    }

    /// The same, with what the plan's message says.
    Change stating(Commissioners stated) {
        return new Change(
                id,
                cause,
                planConversation,
                plan,
                authority,
                next,
                startedBy,
                stated.old(),
                stated.successor(),
                old,
                successor,
                movedOn,
                awareOn,
                state,
                approvedAt,
                byPerson,
                sendings);
    }

    /// Who started it knows of it.
    boolean isKnownTo(OrganisationCode commissioner) {
        return commissioner.equals(startedBy);
    }
}
