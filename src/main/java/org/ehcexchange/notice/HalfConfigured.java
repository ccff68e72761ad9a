package org.ehcexchange.notice;

/// Notices are neither wholly configured nor off, so the exchange does not start.
final class HalfConfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /// @param what which setting is given and which is not
    HalfConfigured(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
