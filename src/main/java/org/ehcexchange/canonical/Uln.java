package org.ehcexchange.canonical;

/// Uln, checked by its check digit.
public record Uln(String value) {}
