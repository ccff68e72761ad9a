package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Code;

/// What a ground of reg. 17 must be able to point to.
enum Basis implements Code {
    /// Consent on record.
    CONSENT,
    /// The authority's own opinion on record.
    OPINION,
    /// A case, an inspection or a request, named in words in the message.
    REFERENCE
}
