package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What a health officer enters to dismiss a notification that was wrongly prepared.
///
/// @param because a reason's code
/// @param why in their own words
record Dismissal(@Nullable String because, @Nullable String why) {

    static final Dismissal NONE = new Dismissal(null, null);

    /// As the dismissal is said to the exchange.
    Map<String, Object> by(SignedIn you) {
        return Map.of(
                "dismissedBy", you.person().name(),
                "because", Words.orNothing(because),
                "reason", Words.orNothing(why).strip());
    }
}
