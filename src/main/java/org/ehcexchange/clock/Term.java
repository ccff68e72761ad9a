package org.ehcexchange.clock;

import java.time.LocalDate;

/// The time that is given for a duty.
///
/// @param startedOn the first day it runs
/// @param dueSoonOn from when people should look at it
/// @param dueOn the last day
public record Term(Bound bound, LocalDate startedOn, LocalDate dueSoonOn, LocalDate dueOn) {}
