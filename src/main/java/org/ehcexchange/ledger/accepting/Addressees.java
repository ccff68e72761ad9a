package org.ehcexchange.ledger.accepting;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Current;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.ledger.Arrival;
import org.springframework.stereotype.Component;

/// Finds who a message goes to on the day it comes in: whom it names, or who took over from them.
@Component
class Addressees {

    private static final String TO = "/to";

    private final Directory directory;

    Addressees(Directory directory) {
        this.directory = directory;
    }

    /// Who it goes to, if there is one body alone.
    sealed interface Addressed {
        /// @param read addressed to a body that is open today
        record To(Arrival.Read read) implements Addressed {}

        record Nowhere(Violation why) implements Addressed {}
    }

    Addressed address(Arrival.Read read) {
        Current current =
                directory.current(
                        read.message().envelope().to(), LondonDay.of(read.arrival().at()));
        return switch (current) {
            case Current.Open open -> new Addressed.To(read);
            case Current.Succeeded succeeded -> new Addressed.To(read.sentOn(succeeded));
            case Current.Choice choice ->
                    new Addressed.Nowhere(new Violation(TO, choice.why(), choice.remedy()));
            case Current.Nobody nobody ->
                    new Addressed.Nowhere(new Violation(TO, nobody.why(), nobody.remedy()));
        };
    }
}
