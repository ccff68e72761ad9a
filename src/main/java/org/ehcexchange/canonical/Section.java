package org.ehcexchange.canonical;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The separate parts of a plan (SEND Regulations 2014, reg. 12(1)); messages name them by these
/// letters.
public enum Section {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H1,
    H2,
    I,
    J,
    K;

    /// An unchangeable copy that goes through the sections as a plan does.
    static Map<Section, String> inOrder(Map<Section, String> sections) {
        Map<Section, String> copy = new EnumMap<>(Section.class);
        copy.putAll(sections);
        return Collections.unmodifiableMap(copy);
    }
}
