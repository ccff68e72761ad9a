package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.ledger.reading.AuditTrail;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What an auditor looks for, as the form has it; posted, because it may name a person.
///
/// @param before the last entry of the page before
record AuditFilter(
        @Nullable String person,
        @Nullable String organisation,
        @Nullable String act,
        @Nullable String caseReference,
        @Nullable String conversation,
        @Nullable String from,
        @Nullable String until,
        @Nullable Long before) {

    static final AuditFilter NONE = new AuditFilter(null, null, null, null, null, null, null, null);

    /// The query, or all that is wrong with the form.
    ///
    /// @param query absent when something is wrong
    record Read(AuditTrail.@Nullable Query query, List<Fault> faults) {}

    /// Whoever is not of the home authority sees their own organisation's entries, whatever they
    /// ask for.
    Read read(SignedIn you) {
        List<Fault> faults = new ArrayList<>();
        AuditTrail.Query query =
                new AuditTrail.Query(
                        you.isHome() ? organisation(faults) : you.code(),
                        text(person),
                        text(act),
                        reference(),
                        conversation(faults),
                        Dates.day("from", from, faults),
                        Dates.day("until", until, faults));
        return new Read(faults.isEmpty() ? query : null, faults);
    }

    private static @Nullable String text(@Nullable String entered) {
        return entered == null || entered.isBlank() ? null : entered.strip();
    }

    private @Nullable CaseReference reference() {
        String entered = text(caseReference);
        return entered == null ? null : new CaseReference(entered);
    }

    private @Nullable OrganisationCode organisation(List<Fault> faults) {
        String entered = text(organisation);
        if (entered == null) {
            return null;
        }
        if (OrganisationCode.parse(entered) instanceof Parsed.Value<OrganisationCode>(var code)) {
            return code;
        }
        faults.add(new Fault("organisation", "Enter an organisation code such as LA:998"));
        return null;
    }

    private @Nullable ConversationId conversation(List<Fault> faults) {
        String entered = text(conversation);
        if (entered == null) {
            return null;
        }
        try {
            return new ConversationId(UUID.fromString(entered));
        } catch (IllegalArgumentException notOne) {
            faults.add(new Fault("conversation", "Enter a conversation id as its page shows it"));
            return null;
        }
    }
}
