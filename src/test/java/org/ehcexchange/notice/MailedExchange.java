package org.ehcexchange.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.ehcexchange.running.RunningExchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The demo's exchange with a mail server, both of which a test may stop and start again; the
/// neighbouring authority has a caseworker here, and there are psychologists whose system never
/// looks into its inbox.
final class MailedExchange implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Path folder;
    private final List<Mail> kept = new ArrayList<>();
    private final int port;
    private GreenMail server;
    private RunningExchange exchange;

    private MailedExchange(Path folder) {
        this.folder = folder;
        this.server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));
        server.start();
        this.port = server.getSmtp().getPort();
        this.exchange = start();
    }

    static MailedExchange open(Path folder) throws IOException {
        Path directory = Files.createDirectories(folder.resolve("directory"));
        try (Stream<Path> files = Files.list(Path.of("directory"))) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        RunningExchange.organisation(directory, "southmere", SOUTHMERE);
        RunningExchange.organisation(directory, "eastmere", PSYCHOLOGISTS);
        return new MailedExchange(folder);
    }

    private static final String SOUTHMERE =
            """
            code: LA:999
            name: Southmere Council
            roles: [authority]
            channel: {type: canonical-pull}
            people:
              - sign-in: alex
                name: Alex Brook
                duties: [caseworker]
                password: demo
                email: alex@southmere.example
            """;

    private static final String PSYCHOLOGISTS =
            """
            code: SVC:eastmere-eps
            name: Eastmere Educational Psychology
            roles: [education-psychology]
            belongs-to: LA:998
            channel: {type: canonical-pull}
            people:
              - sign-in: psychologist@eastmere-eps.example
                name: Kit Lowe
                duties: [adviser]
                password: demo
                email: psychologist@eastmere-eps.example
            """;

    private RunningExchange start() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.profiles.active", "demo");
        settings.put("exchange.simulator.story", false);
        settings.put("exchange.simulator.folder", folder.resolve("demo"));
        settings.put("exchange.notices.from", "EHC Exchange <no-reply@northshire.example>");
        settings.put("exchange.notices.pages", "https://ehc.northshire.example");
        settings.put("exchange.notices.look", "100ms");
        settings.put("exchange.notices.morning", "00:00");
        settings.put("exchange.notices.first-retry", "100ms");
        settings.put("exchange.notices.longest-retry", "400ms");
        settings.put("spring.mail.host", HOST);
        settings.put("spring.mail.port", port);
        return RunningExchange.start(folder.resolve("data"), folder.resolve("directory"), settings);
    }

    RunningExchange exchange() {
        return exchange;
    }

    void startAgain() {
        exchange.close();
        exchange = start();
    }

    void mailGoesDown() {
        kept.addAll(received());
        server.stop();
    }

    void mailComesBack() {
        server = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /// An email as whoever got it reads it.
    ///
    /// @param headers all of them, as lines
    record Mail(String to, String subject, String body, String headers) {

        static Mail of(MimeMessage message) {
            try {
                return new Mail(
                        message.getAllRecipients()[0].toString(),
                        message.getSubject(),
                        message.getContent().toString().replace("\r\n", "\n"),
                        String.join("\n", Collections.list(message.getAllHeaderLines())));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String whole() {
            return headers + "\n" + subject + "\n" + body;
        }
    }

    List<Mail> to(String address) {
        return all().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    List<Mail> all() {
        return Stream.concat(kept.stream(), received().stream()).collect(Collectors.toList());
    }

    private List<Mail> received() {
        return server.isRunning()
                ? Arrays.stream(server.getReceivedMessages()).map(Mail::of).toList()
                : List.of();
    }

    @Override
    public void close() {
        exchange.close();
        server.stop();
    }
}
