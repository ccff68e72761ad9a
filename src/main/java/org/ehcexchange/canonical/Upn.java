package org.ehcexchange.canonical;

/// Upn, checked by its check digit.
public record Upn(String value) {}
