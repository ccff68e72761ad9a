package org.ehcexchange.api;

/// How much of a list one answer holds.
final class Page {

    static final String USUAL = "50";
    static final int MOST = 200;

    private Page() {}

    /// @throws Refused when it is not between 1 and the most
    static int limit(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw Refused.malformed(
                    "",
                    "limit must be between 1 and " + MOST + ".",
                    "Ask for fewer, then the next page.");
        }
        return wanted;
    }
}
