package org.ehcexchange.clock;

import org.ehcexchange.canonical.Code;

/// Whether a period runs on from its event or back from it.
public enum Direction implements Code {
    AFTER,
    BEFORE
}
