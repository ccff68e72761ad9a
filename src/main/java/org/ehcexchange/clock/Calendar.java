package org.ehcexchange.clock;

/// How days are counted where the regulations leave it to the reader.
///
/// @param rollOn whether a period of days, weeks or months that ends on no working day ends on the
///     next one instead
record Calendar(WorkingDays workingDays, boolean rollOn) {

    String version() {
        return rollOn ? workingDays.version() + "-roll-on" : workingDays.version();
    }
}
