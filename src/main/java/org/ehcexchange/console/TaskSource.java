package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;

import java.util.List;

/// One kind of thing that can need a person.
interface TaskSource {

    /// How many of a kind one page shows; what is beyond is on the page of its own.
    int MOST = 20;

    /// Those for this person, the most urgent first; none where it is not for them to act.
    List<Task> of(SignedIn you);
}
