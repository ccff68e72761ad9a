package org.ehcexchange.clock;

/// What came of working a date out: the date with its working, or every reason why there is none.
public sealed interface Work permits Working, Unworkable {}
