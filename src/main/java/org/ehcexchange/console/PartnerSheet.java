package org.ehcexchange.console;

import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Person;
import org.ehcexchange.directory.Relation;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// One body as the exchange understands it; a secret is never part of it.
///
/// @param line how its deliveries stand; absent where nothing is sent to it
/// @param standsFor the closed bodies it took over from
/// @param stands in words: whether it is open, and who stands for it if not
record PartnerSheet(
        String code,
        String name,
        String roles,
        @Nullable PartnerLine line,
        List<Fact> channel,
        List<String> relations,
        List<String> standsFor,
        String stands,
        List<Worker> people) {

    /// One thing about a channel.
    record Fact(String name, String value) {}

    record Worker(String name, String duties, String signIn) {

        static Worker of(Person person) {
            return new Worker(
                    person.name(),
                    String.join(
                            ", ",
                            person.duties().stream()
                                    .map(duty -> Words.plain(duty.code()))
                                    .sorted()
                                    .toList()),
                    person.signIn());
        }
    }

    /// How a body is reached, without what is secret.
    static List<Fact> facts(@Nullable Channel channel) {
        return switch (channel) {
            case null ->
                    List.of(new Fact("Channel", "none: it is closed, or is not sent anything"));
            case Channel.Fhir fhir ->
                    List.of(
                            new Fact("Channel", "NHS FHIR messages"),
                            new Fact("Address", fhir.endpoint().toString()),
                            new Fact("Format", fhir.format().name()),
                            login(fhir.login()));
            case Channel.FhirPoll poll ->
                    List.of(new Fact("Channel", "NHS FHIR, which it collects at our door /fhir"));
            case Channel.CbdsOverSftp sftp ->
                    List.of(
                            new Fact("Channel", "EHC advice XML in SFTP folders"),
                            new Fact("Address", sftp.host() + ":" + sftp.port()),
                            new Fact("Folders", sftp.inbox() + " and " + sftp.outbox()),
                            new Fact("Signs in", "as " + sftp.user() + " with a password"));
            case Channel.CbdsOverHttp http ->
                    List.of(
                            new Fact("Channel", "EHC advice XML over HTTP"),
                            new Fact("Address", http.endpoint().toString()),
                            login(http.login()));
            case Channel.SsdOverHttp ssd ->
                    List.of(
                            new Fact("Channel", "EHC advice JSON over HTTP"),
                            new Fact("Address", ssd.endpoint().toString()),
                            login(ssd.login()));
            case Channel.CanonicalPush push ->
                    List.of(
                            new Fact("Channel", "canonical JSON over HTTP"),
                            new Fact("Address", push.endpoint().toString()),
                            login(push.login()));
            case Channel.CanonicalPull pull ->
                    List.of(
                            new Fact(
                                    "Channel", "canonical JSON, which it collects from its inbox"));
            case Channel.Worktray tray ->
                    List.of(new Fact("Channel", "the worktray: its people answer on these pages"));
            case Channel.Exchange exchange ->
                    List.of(
                            new Fact("Channel", "another exchange, signed"),
                            new Fact("Address", exchange.endpoint().toString()),
                            new Fact(
                                    "Keys it may sign with",
                                    String.valueOf(exchange.keys().size())));
        };
    }

    private static Fact login(Channel.Login login) {
        return new Fact(
                "We sign in",
                switch (login) {
                    case Channel.Login.None none -> "with nothing";
                    case Channel.Login.Bearer bearer -> "with a fixed token";
                    case Channel.Login.ClientCredentials credentials ->
                            "as %s at %s".formatted(credentials.clientId(), credentials.tokenUrl());
                });
    }

    static String relation(String what, Relation tie, Names names) {
        String words = "%s %s (%s)".formatted(what, names.of(tie.to()), tie.to());
        var from = tie.from();
        var until = tie.until();
        return words
                + (from == null ? "" : " from " + Words.day(from))
                + (until == null ? "" : " until " + Words.day(until));
    }

    static String roles(Organisation body) {
        return String.join(
                ", ",
                body.roles().stream().map(role -> Words.plain(role.code())).sorted().toList());
    }
}
