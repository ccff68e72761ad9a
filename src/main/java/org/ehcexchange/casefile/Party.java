package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.disclosure.MustBeTold;

/// Somebody who was told and is in no directory.
enum Party implements Code {
    PARENT(MustBeTold.PARENT_OR_YOUNG_PERSON),
    YOUNG_PERSON(MustBeTold.PARENT_OR_YOUNG_PERSON),
    HEALTH_PROFESSIONAL(MustBeTold.HEALTH_PROFESSIONAL),
    SOCIAL_CARE(MustBeTold.SOCIAL_CARE),
    INSTITUTION(MustBeTold.INSTITUTION);

    private final MustBeTold who;

    Party(MustBeTold who) {
        this.who = who;
    }

    /// As the law calls them.
    MustBeTold who() {
        return who;
    }

    /// Whether the word alone says who it was: there is one family, and many schools.
    boolean isPlain() {
        return who == MustBeTold.PARENT_OR_YOUNG_PERSON;
    }
}
