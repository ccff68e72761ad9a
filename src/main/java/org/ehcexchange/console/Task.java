package org.ehcexchange.console;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;

/// Something that needs a person now; nothing in it says who a child is.
///
/// @param urgency how soon: the smaller, the sooner
/// @param about the case or message it is about
/// @param who the body that is waited for, or that it concerns
/// @param detail what is the matter, such as "3 days over"
/// @param path the page on which something can be done
record Task(Urgency urgency, String about, String who, String detail, @Nullable String path) {

    static final Comparator<Task> ORDER = Comparator.comparing(Task::urgency);

    /// Why it is on the page, the most urgent first.
    enum Urgency {
        OVERDUE("Overdue", "red"),
        HELD("Held: right child?", "orange"),
        PLAN_TO_ACCEPT("Plan to accept", "purple"),
        NOTIFICATION_TO_APPROVE("Notification to approve", "purple"),
        REFUSED("Not sent", "red"),
        DEAD("Not delivered", "red"),
        PAUSED("Partner paused", "yellow"),
        SILENT("Partner silent", "yellow"),
        DUE_SOON("Due soon", "blue"),
        NEW("New request", "blue");

        private final String text;
        private final String colour;

        Urgency(String text, String colour) {
            this.text = text;
            this.colour = colour;
        }
    }

    public Words.Tag tag() {
        return new Words.Tag(urgency.text, urgency.colour);
    }
}
