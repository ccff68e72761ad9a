package org.ehcexchange.disclosure;

import java.util.List;

/// What an authority has put on record about a child and their case, as far as the gate
/// looks at it.
///
/// Facts, not conclusions: whether a consent serves or an opinion still stands is for the gate's
/// rules to say on the day. Each list may be in any order and may hold what has since
/// been withdrawn or overtaken.
///
/// @param protectedChild where the child lives may not be told to anyone (adopted, or at risk
///     if found)
public record Facts(
        boolean protectedChild,
        List<RecordedConsent> consents,
        List<Objection> objections,
        List<Opinion> opinions,
        List<Agreement> agreements) {

    /// Nothing is on record.
    public static final Facts NONE = new Facts(false, List.of(), List.of(), List.of(), List.of());

    private static final Facts PROTECTED =
            new Facts(true, List.of(), List.of(), List.of(), List.of());

    /// Nothing is on record but perhaps that the child is protected.
    public static Facts of(boolean protectedChild) {
        return protectedChild ? PROTECTED : NONE;
    }

    public Facts {
        consents = List.copyOf(consents);
        objections = List.copyOf(objections);
        opinions = List.copyOf(opinions);
        agreements = List.copyOf(agreements);
    }
}
