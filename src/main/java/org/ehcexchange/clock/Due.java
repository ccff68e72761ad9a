package org.ehcexchange.clock;

import java.time.LocalDate;

/// A day by which the law wants something, with what it was worked from.
///
/// @param rule the rule's id
/// @param eventOn the day that started it
/// @param basis the working in words, such as "6 weeks of 2026-07-15, the day …"
public record Due(
        String rule,
        int version,
        String provision,
        LocalDate eventOn,
        LocalDate dueOn,
        String basis) {}
