package org.ehcexchange.clock;

import java.util.List;
import java.util.Locale;

/// A reason for being late that is often given and that the law does not accept.
///
/// @param kind the word by which it is claimed
/// @param saidAs words that give it away in a reason under another kind, in lower case
/// @param because why it is no excuse, a sentence
public record NoExemption(String kind, List<String> saidAs, String because) {

    public NoExemption {
        saidAs = List.copyOf(saidAs);
    }

    boolean isSaidIn(String reason) {
        String words = reason.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", " ");
        return saidAs.stream().anyMatch(words::contains);
    }
}
