package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// Rules between dates; each is asked only when the fields it compares are sound.
public final class Rules {

    private Rules() {}

    /// The second day, where it is given, is not before the first.
    public static void inOrder(
            Fields fields, String first, LocalDate from, String second, @Nullable LocalDate to) {
        if (to != null && fields.sound(first, second) && to.isBefore(from)) {
            fields.at(second)
                    .note(
                            nameOf(second) + " is before " + first.replace('/', '.') + ".",
                            "Correct one of the two dates.");
        }
    }

    /// What a message reports has happened by the day it was sent.
    static void happened(Fields fields, String path, LocalDate day, Envelope envelope) {
        if (fields.sound("sentAt", path) && day.isAfter(envelope.sentOn())) {
            fields.at(path)
                    .note(
                            nameOf(path) + " is after the day the message was sent.",
                            "Correct the date, or sentAt.");
        }
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
