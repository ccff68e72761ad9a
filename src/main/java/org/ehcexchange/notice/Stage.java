package org.ehcexchange.notice;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.ledger.reading.News;

import java.util.Optional;

/// What people are told of.
enum Stage implements Code {
    NEW_REQUEST("New request for advice", "Asked by", When.AT_ONCE),
    HANDED_OUT("A request was handed to you", "Asked by", When.AT_ONCE),
    WITHDRAWN("Request taken back: no advice is needed", "Taken back by", When.AT_ONCE),
    REMINDER("Reminder", "For", When.IN_THE_MORNING),
    DUE_SOON("Due soon", "For", When.IN_THE_MORNING),
    OVERDUE("Overdue", "For", When.IN_THE_MORNING),
    ADVICE_ARRIVED("Advice has arrived", "From", When.IN_THE_MORNING),
    NOTHING_KNOWN("Answered that nothing is known", "From", When.AT_ONCE),
    DECLINED("Declined to give advice", "From", When.AT_ONCE),
    EXCEPTION("Advice will be late: an exception is relied on", "From", When.AT_ONCE),
    HELD("Held: a person must say which child it is about", "From", When.AT_ONCE),
    PLAN_TO_ACCEPT("A plan waits for you to accept it", "From", When.AT_ONCE),
    PLAN_QUERIED("A question about a plan you sent", "From", When.AT_ONCE),
    PLAN_DECLINED("A plan you sent was declined: it is still yours", "From", When.AT_ONCE),
    NOTIFICATION_TO_APPROVE("A notification waits for your approval", "To", When.AT_ONCE);

    private final String words;
    private final String otherSide;
    private final When when;

    Stage(String words, String otherSide, When when) {
        this.words = words;
        this.otherSide = otherSide;
        this.when = when;
    }

    /// How soon somebody needs to know.
    enum When {
        AT_ONCE,
        /// What a day brings, and what needs nobody at once: with the rest of the day's.
        IN_THE_MORNING
    }

    String words() {
        return words;
    }

    /// What the other side is to whoever is told.
    String otherSide() {
        return otherSide;
    }

    When when() {
        return when;
    }

    /// What a recorded message brings its recipient to; empty where it waits for nobody, or for a
    /// person to say about which child an answer is.
    static Optional<Stage> of(News.Item item) {
        return switch (item.type()) {
            case ADVICE_REQUEST -> Optional.of(NEW_REQUEST);
            case PLAN_TRANSFER -> Optional.of(PLAN_TO_ACCEPT);
            case PLAN_QUERIED -> Optional.of(PLAN_QUERIED);
            case PLAN_DECLINED -> Optional.of(PLAN_DECLINED);
            case ADVICE_WITHDRAWN -> Optional.of(WITHDRAWN).filter(stage -> !item.isHeld());
            case ADVICE_RETURN -> answer(item.state()).filter(stage -> !item.isHeld());
            case ADVICE_ACKNOWLEDGED,
                    ADVICE_REMINDER,
                    PLAN_COPY,
                    PLAN_RECEIVED,
                    PLAN_ACCEPTED,
                    PLAN_RECALLED,
                    COMMISSIONER_NOTIFICATION,
                    COMMISSIONER_NOTED,
                    COMMISSIONER_NOT_RESPONSIBLE,
                    PROVISION_NOT_PRACTICABLE ->
                    Optional.empty();
        };
    }

    private static Optional<Stage> answer(String state) {
        return switch (state) {
            case "provided" -> Optional.of(ADVICE_ARRIVED);
            case "nothing-known" -> Optional.of(NOTHING_KNOWN);
            case "declined" -> Optional.of(DECLINED);
            case "late" -> Optional.of(EXCEPTION);
            default -> Optional.empty();
        };
    }
}
