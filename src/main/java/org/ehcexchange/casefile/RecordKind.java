package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Code;

/// The kinds of record, as the field `kind` says them.
public enum RecordKind implements Code {
    EVENT,
    EXEMPTION,
    CONSENT_GIVEN,
    CONSENT_WITHDRAWN,
    OBJECTION,
    OPINION,
    AGREEMENT,
    TAKEN_BACK,
    NOT_SHARED;

    /// Somebody must vouch for it: a decision or a statement that others will rely on.
    boolean isEvidence() {
        return switch (this) {
            case EXEMPTION, OPINION, AGREEMENT, NOT_SHARED -> true;
            case EVENT, CONSENT_GIVEN, CONSENT_WITHDRAWN, OBJECTION, TAKEN_BACK -> false;
        };
    }
}
