package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Code;

/// Which lettered paragraphs of a provision may be named in its stead.
enum Paragraphs implements Code {
    NONE,
    /// That of the advice asked for.
    OWN,
    ANY
}
