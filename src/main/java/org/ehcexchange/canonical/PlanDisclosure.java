package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

/// Why the plan itself is told to somebody to whom no duty sends it; only messages that carry a
/// plan have one.
///
/// @param reference in words, the case, inspection or request that it is for; absent where the
///     ground is on record with the authority (a consent, an opinion)
public record PlanDisclosure(DisclosureKind kind, @Nullable String reference) {

    @Override
    public String toString() {
        return "PlanDisclosure[" + kind.code() + "]";
    }
}
