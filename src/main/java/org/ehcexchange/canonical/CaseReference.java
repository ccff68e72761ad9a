package org.ehcexchange.canonical;

/// The authority's own case, stable for the life of the assessment; 1 to 64 characters, never a
/// name.
public record CaseReference(String value) {

    @Override
    public String toString() {
        return value;
    }
}
