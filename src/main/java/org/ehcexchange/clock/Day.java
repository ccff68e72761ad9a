package org.ehcexchange.clock;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// One day that was looked at while counting.
///
/// @param number which day of the period it is; absent when it does not count
/// @param why why it counts or does not
public record Day(LocalDate date, @Nullable Integer number, String why) {}
