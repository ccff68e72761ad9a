package org.ehcexchange.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.ehcexchange.notice.MailRows.Mail;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;

/// Hands one email to the mail server.
@Component
@NoticesOn
class Envelopes {

    private final MailServer server;
    private final NoticeSettings settings;
    private final InstantSource clock;

    Envelopes(MailServer server, NoticeSettings settings, InstantSource clock) {
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /// How it went; nothing in it names an address.
    sealed interface Posted {
        record Taken() implements Posted {}

        /// The mail server is there, and does not take this one, or not now.
        record Refused() implements Posted {}

        record ServerAway() implements Posted {}
    }

    Posted post(Mail mail, String address) {
        MimeMessage message = message(mail, address, clock.instant());
        try {
            server.sender().send(message);
            return new Posted.Taken();
        } catch (MailSendException e) {
            return isRefusal(e) ? new Posted.Refused() : new Posted.ServerAway();
        } catch (MailAuthenticationException e) {
            return new Posted.ServerAway();
        } catch (MailException e) {
            return new Posted.Refused();
        }
    }

    private static boolean isRefusal(MailSendException e) {
        return e.getCause() == null
                && Arrays.stream(e.getMessageExceptions())
                        .allMatch(SendFailedException.class::isInstance);
    }

    /// Sent twice, because nobody knows whether the mail server took it before the line was cut, it
    /// has the same Message-ID both times. No answering machine is to answer it (RFC 3834).
    private MimeMessage message(Mail mail, String address, Instant now) {
        MimeMessage message = server.sender().createMimeMessage();
        try {
            MimeMessageHelper helper =
                    new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.sender());
            helper.setTo(new InternetAddress(address, true));
            helper.setSubject(mail.letter().subject());
            helper.setText(mail.letter().body());
            helper.setSentDate(Date.from(now));
            message.setHeader("Message-ID", "<%s@%s>".formatted(mail.id(), domain()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException("The email " + mail.id() + " cannot be written", e);
        }
    }

    private String domain() {
        String from = settings.sender().getAddress();
        return from.substring(from.lastIndexOf('@') + 1);
    }
}
