package org.ehcexchange.notice;

import org.ehcexchange.canonical.CaseReference;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// How the thing of a notice stands when it is to be told.
sealed interface Sighting {

    /// It still waits for whoever is told. Nothing in it says who the child is.
    ///
    /// @param what the stage in plain words
    /// @param reference absent where there is none
    /// @param who the other side, such as "Asked by: Northshire County Council"
    /// @param dueOn absent where no day is due, or none yet
    /// @param path of the page on which something can be done
    record There(
            String what,
            @Nullable CaseReference reference,
            String who,
            @Nullable LocalDate dueOn,
            String path)
            implements Sighting {}

    /// It has not reached whoever is to be told: a person must say about which child it is, or its
    /// day has not come.
    record NotYet() implements Sighting {}

    /// It was done, or has gone on to another stage.
    record Over() implements Sighting {}
}
