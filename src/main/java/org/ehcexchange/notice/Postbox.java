package org.ehcexchange.notice;

import org.ehcexchange.directory.People;
import org.ehcexchange.directory.Person;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.notice.Envelopes.Posted;
import org.ehcexchange.notice.MailRows.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/// Sends what is ready, each email under its lock: by one instance at a time, and again where
/// nobody knows whether it went.
@Component
@NoticesOn
class Postbox {

    private static final Logger log = LoggerFactory.getLogger(Postbox.class);

    private static final String GIVEN_UP = "given-up";

    private final MailRows mails;
    private final NoticeRows notices;
    private final Envelopes envelopes;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final NoticeSettings settings;
    private final InstantSource clock;

    Postbox(
            MailRows mails,
            NoticeRows notices,
            Envelopes envelopes,
            People people,
            Audit audit,
            TransactionTemplate transaction,
            NoticeSettings settings,
            InstantSource clock) {
        this.mails = mails;
        this.notices = notices;
        this.envelopes = envelopes;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    private enum Went {
        ON,
        EMPTY,
        AWAY
    }

    /// @return whether the mail server was there, as far as anything needed it
    boolean send() {
        Went went;
        do {
            went = Objects.requireNonNull(transaction.execute(status -> sendNext()));
        } while (went == Went.ON);
        if (went == Went.AWAY) {
            transaction.executeWithoutResult(status -> giveUpOld());
        }
        return went == Went.EMPTY;
    }

    private Went sendNext() {
        return mails.next(clock.instant()).map(this::send).orElse(Went.EMPTY);
    }

    private Went send(Mail mail) {
        String address = people.person(mail.person()).map(Person::email).orElse(null);
        if (address == null) {
            unsent(mail);
            return Went.ON;
        }
        return switch (envelopes.post(mail, address)) {
            case Posted.Taken taken -> sent(mail);
            case Posted.Refused refused -> refused(mail);
            case Posted.ServerAway away -> Went.AWAY;
        };
    }

    private Went sent(Mail mail) {
        mails.end(mail, "sent", clock.instant());
        notices.end(mail.id(), "told").forEach(notice -> note(notice, "emailed"));
        return Went.ON;
    }

    private Went refused(Mail mail) {
        Instant now = clock.instant();
        if (isOld(mail, now)) {
            giveUp(mail);
        } else {
            mails.refused(mail, now.plus(settings.waitAfter(mail.attempts() + 1)));
        }
        return Went.ON;
    }

    private boolean isOld(Mail mail, Instant now) {
        return mail.madeAt().plus(settings.giveUpAfter()).isBefore(now);
    }

    private void giveUpOld() {
        mails.madeBefore(clock.instant().minus(settings.giveUpAfter())).forEach(this::giveUp);
    }

    private void giveUp(Mail mail) {
        log.warn(
                "The email {} could not be sent for {}: given up",
                mail.id(),
                settings.giveUpAfter());
        unsent(mail);
    }

    private void unsent(Mail mail) {
        mails.end(mail, GIVEN_UP, clock.instant());
        notices.end(mail.id(), GIVEN_UP).forEach(notice -> note(notice, "not-emailed"));
    }

    private void note(Notice notice, String act) {
        audit.add(
                new Audit.Act(
                        "exchange",
                        act,
                        null,
                        notice.conversation(),
                        Map.of(
                                "to", notice.person(),
                                "of", notice.organisation().value(),
                                "stage", notice.stage().code(),
                                "about", notice.thing())));
    }
}
