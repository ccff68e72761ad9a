package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.NotificationCause;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.clock.Work;
import org.ehcexchange.clock.Working;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.ledger.conversation.DueOnReceipt;
import org.ehcexchange.timekeeping.Start;
import org.ehcexchange.timekeeping.Subject;
import org.ehcexchange.timekeeping.Timekeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The clocks of a change of commissioner: the old one's, until the new one has its notification,
/// and the new one's, until it has asked the authority or taken note.
///
/// The old one's is about the notification's conversation, however often it is sent and to whom;
/// the new one's about the conversation in which it would ask.
@Component
public class CommissionerClocks implements DueOnReceipt {

    /// When the old commissioner tells the new one of a move between authorities (SEND Regulations
    /// 2014, reg. 16).
    public static final String MOVE = "ccg-move";

    /// The same, where the commissioner changes for another reason.
    public static final String OTHER = "ccg-other";

    /// When a new commissioner that cannot secure the provision asks the authority.
    static final String CANNOT = "ccg-cannot";

    /// A conversation's clocks are found by its id alone.
    private static final OrganisationCode NOBODY = new OrganisationCode("SVC:nobody");

    private final Rules rules;
    private final Timekeeper timekeeper;

    CommissionerClocks(Rules rules, Timekeeper timekeeper) {
        this.rules = rules;
        this.timekeeper = timekeeper;
    }

    /// One commissioner's duty to tell another.
    ///
    /// @param authority that has the plan
    /// @param plan its reference; absent where nobody said
    public record Duty(
            ConversationId conversation,
            OrganisationCode authority,
            @Nullable CaseReference plan,
            NotificationCause cause,
            OrganisationCode old) {

        Subject.Conversation subject() {
            return new Subject.Conversation(conversation, authority, plan);
        }

        String rule() {
            return ruleOf(cause);
        }
    }

    private static String ruleOf(NotificationCause cause) {
        return switch (cause) {
            case MOVE_BETWEEN_AUTHORITIES -> MOVE;
            case OTHER -> OTHER;
        };
    }

    /// When the new commissioner must have been told, or why no day can be worked out.
    ///
    /// @param movedOn without meaning where nobody moved between authorities
    public Work due(NotificationCause cause, LocalDate movedOn, LocalDate awareOn) {
        return switch (cause) {
            case MOVE_BETWEEN_AUTHORITIES ->
                    rules.work(MOVE, Map.of("movedOn", movedOn, "awareOn", awareOn));
            case OTHER -> rules.work(OTHER, Map.of("awareOn", awareOn));
        };
    }

    Work due(CommissionerNotification notification) {
        return due(notification.cause(), notification.movedOn(), notification.awareOn());
    }

    /// The statutory day of a notification; absent where the rules do not reach that far.
    public @Nullable LocalDate dueOn(CommissionerNotification notification) {
        return due(notification) instanceof Working working ? working.dueOn() : null;
    }

    @Override
    public List<Receipt.Due> expected(EhcMessage message, LocalDate today) {
        return message instanceof CommissionerNotification notification
                        && due(notification) instanceof Working due
                ? List.of(
                        new Receipt.Due(
                                due.rule(), due.provision(), due.dueOn(), due.explanation()))
                : List.of();
    }

    /// A clock that runs already runs on as it was started.
    ///
    /// @param owedTo absent while nobody knows who becomes responsible
    public void start(
            Duty duty, @Nullable OrganisationCode owedTo, Working working, LocalDate today) {
        timekeeper.start(List.of(new Start(duty.subject(), duty.old(), owedTo, working)), today);
    }

    /// The new commissioner has the notification: what the old one owed is done, and its own time
    /// begins. Without effect where it was done before.
    void received(Duty duty, CommissionerNotification notification, Instant at) {
        LocalDate day = LondonDay.of(at);
        timekeeper.meet(duty.subject(), duty.rule(), day);
        if (rules.work(CANNOT, Map.of("awareOn", day)) instanceof Working working) {
            OrganisationCode successor = notification.authorities().successor();
            Start start =
                    new Start(
                            asking(notification), notification.envelope().to(), successor, working);
            timekeeper.start(List.of(start), day);
        }
    }

    /// It told the wrong body: the duty was never met, and its time runs on.
    void notTold(Duty duty, CommissionerNotification notification, Instant at) {
        timekeeper.runOn(duty.subject(), duty.rule(), LondonDay.of(at));
        timekeeper.stop(asking(notification), CANNOT, LondonDay.of(at));
    }

    /// The duty is another notification's now, or there is none.
    void fellAway(ConversationId notification, Instant at) {
        Subject subject = new Subject.Conversation(notification, NOBODY, null);
        timekeeper.stop(subject, MOVE, LondonDay.of(at));
        timekeeper.stop(subject, OTHER, LondonDay.of(at));
    }

    /// It took note, and so need not ask; should it ask within its time all the same, the clock
    /// says no more than it did.
    void noted(CommissionerNotification notification, Instant at) {
        timekeeper.stop(asking(notification), CANNOT, LondonDay.of(at));
    }

    /// The authority has its request.
    void asked(ConversationId request, Instant at) {
        timekeeper.meet(new Subject.Conversation(request, NOBODY, null), CANNOT, LondonDay.of(at));
    }

    private static Subject asking(CommissionerNotification notification) {
        return new Subject.Conversation(
                CommissionerRequests.conversation(notification),
                notification.authorities().successor(),
                null);
    }
}
