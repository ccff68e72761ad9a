package org.ehcexchange.worktray;

import org.ehcexchange.canonical.Code;

/// The forms in which people say which plan moves and where to, in the order in which they come.
public enum PlanStep implements Code {
    CHILD("Who the child or young person is"),
    MOVE("The move"),
    PLAN("The plan"),
    SECTIONS("What the plan says");

    private final String heading;

    PlanStep(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }
}
