package org.ehcexchange.delivery;

import org.jspecify.annotations.Nullable;

/// How one attempt to send ended.
public sealed interface Sending {

    /// The partner has it.
    ///
    /// @param proof what shows it, such as "HTTP 200" or the remote file name; no personal data
    /// @param wire the bytes as they went; kept as evidence; absent where the channel keeps none
    record Sent(String proof, byte @Nullable [] wire) implements Sending {}

    /// The partner answers but cannot take it now (408, 429, 503, 504); an attempt is spent.
    record TryAgain(String reason) implements Sending {}

    /// The partner cannot be reached at all; it is paused and no attempt is spent.
    record Unreachable(String reason) implements Sending {}

    /// The partner refused it, or it cannot be written in its format; a person must act.
    record Failed(String reason) implements Sending {}
}
