package org.ehcexchange.canonical;

/// One thing that is wrong with a message, said so that its sender can put it right.
///
/// @param pointer where: a JSON pointer (RFC 6901), an XPath or a FHIRPath, by the format that
///     came; "" is the whole
/// @param problem what is wrong, a plain sentence that never repeats a personal value
/// @param remedy what to do about it
public record Violation(String pointer, String problem, String remedy) {}
