package org.ehcexchange.canonical;

import java.util.List;

/// One place in the tree that is being read, and the list that every violation goes to.
///
/// @param pointer RFC 6901; "" is the whole message
public record Place(String pointer, List<Violation> violations) {

    public Place at(String name) {
        return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), violations);
    }

    Place at(int index) {
        return new Place(pointer + "/" + index, violations);
    }

    public void note(String problem, String remedy) {
        violations.add(new Violation(pointer, problem, remedy));
    }

    /// Nothing was noted here, below, or of an object or list that this is in: rules between fields
    /// are asked only of sound ones.
    boolean sound() {
        return violations.stream().map(Violation::pointer).noneMatch(this::concerns);
    }

    private boolean concerns(String other) {
        return other.equals(pointer)
                || other.startsWith(pointer + "/")
                || (!other.isEmpty() && pointer.startsWith(other + "/"));
    }
}
