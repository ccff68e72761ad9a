package org.ehcexchange.timekeeping;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

/// What a clock is about: a conversation has at most one of a rule, a case one of a rule and due
/// day.
public sealed interface Subject {

    /// Whose case it is.
    OrganisationCode authority();

    /// Absent where a conversation belongs to no case, such as a plan that moves.
    @Nullable CaseReference caseReference();

    /// A whole case: the authority's own duties.
    record Case(OrganisationCode authority, CaseReference caseReference) implements Subject {}

    /// One request of a case to one body: known by its id alone.
    record Conversation(
            ConversationId id, OrganisationCode authority, @Nullable CaseReference caseReference)
            implements Subject {}
}
