package org.ehcexchange.notice;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

import java.util.Objects;

/// The mail server that `spring.mail` names; half a configuration stops the start.
@Component
class MailServer {

    private final ObjectProvider<JavaMailSender> sender;

    /// @throws HalfConfigured when notices are asked for without a mail server, or a mail
    ///     server is named and no notices are asked for
    MailServer(NoticeSettings settings, ObjectProvider<JavaMailSender> sender) {
        this.sender = sender;
        boolean isNamed = sender.getIfAvailable() != null;
        if (settings.isOn() && !isNamed) {
            throw new HalfConfigured(
                    "exchange.notices.from is given and spring.mail.host is not.",
                    "Name the mail server in spring.mail.host, or take exchange.notices out.");
        }
        if (!settings.isOn() && isNamed) {
            throw new HalfConfigured(
                    "spring.mail.host is given and exchange.notices.from is not.",
                    "Give exchange.notices.from and exchange.notices.pages, or take spring.mail"
                            + " out.");
        }
    }

    JavaMailSender sender() {
        return Objects.requireNonNull(sender.getIfAvailable());
    }
}
