package org.ehcexchange.api;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

/// Whether a child is to count as protected, and why.
///
/// @param reason 3 to 500 characters
record ProtectionWish(
        @JsonProperty("protected") @Nullable Boolean protectedChild, @Nullable String reason) {

    /// @throws Refused when it does not say whether to set the mark or to lift it
    boolean isSet() {
        if (protectedChild == null) {
            throw Refused.malformed(
                    "/protected",
                    "It does not say whether the child is protected.",
                    "Send true to set the mark, false to lift it.");
        }
        return protectedChild;
    }

    /// @throws Refused when it says too little or too much
    String why() {
        return new Reason(reason).text();
    }
}
