package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a health officer enters to approve a notification.
///
/// @param post what they are, such as "Designated Health Officer"
/// @param to the code of who is to be told; blank where the exchange knows
record Approval(@Nullable String post, @Nullable String reason, @Nullable String to) {

    /// As the approval is said to the exchange.
    Map<String, Object> by(SignedIn you) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("approvedBy", approver(you));
        put(said, "reason", reason);
        put(said, "to", to);
        return said;
    }

    private String approver(SignedIn you) {
        String name = you.person().name();
        return post == null || post.isBlank() ? name : "%s, %s".formatted(name, post.strip());
    }

    private static void put(Map<String, Object> said, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            said.put(field, value.strip());
        }
    }
}
