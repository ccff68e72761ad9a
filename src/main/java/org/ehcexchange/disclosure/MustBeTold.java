package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Code;

/// Those whom the law wants told, as it calls them.
public enum MustBeTold implements Code {
    PARENT_OR_YOUNG_PERSON("the parent or young person"),
    HEALTH_COMMISSIONER("the health commissioner (CCG/ICB)"),
    HEALTH_PROFESSIONAL("the health professional"),
    SOCIAL_CARE("the authority's social care officers"),
    /// A head, principal or early years setting; of a final plan, the institution it names.
    INSTITUTION("the school, college or early years setting"),
    AUTHORITY("the authority");

    private final String words;

    MustBeTold(String words) {
        this.words = words;
    }

    /// How a sentence calls them.
    String words() {
        return words;
    }
}
