package org.ehcexchange.clock;

import java.util.List;

/// A reason for being late that the law accepts, as a rule's file states it.
///
/// @param kind the word by which it is claimed
/// @param words what it is
/// @param conditions each must hold
public record Exemption(String kind, String provision, String words, List<Condition> conditions) {

    public Exemption {
        conditions = List.copyOf(conditions);
    }
}
