package org.ehcexchange.agency.socialcare;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.PartnerHttp;
import org.ehcexchange.delivery.Rehearsed;
import org.ehcexchange.delivery.Sender;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.mapping.Mappings;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Posts EHC advice JSON to a partner's URL; the same message always gives the same bytes.
@Component("ssdJsonHttpSender")
class SsdJsonHttpSender implements Sender {

    private final Mappings mappings;
    private final PartnerHttp http;

    SsdJsonHttpSender(Mappings mappings, PartnerHttp http) {
        this.mappings = mappings;
        this.http = http;
    }

    @Override
    public Sending send(Consignment consignment) {
        var message = consignment.cleared().message();
        if (!message.type().concernsAdvice()) {
            return new Sending.Failed("EHC advice JSON has no " + message.type().code());
        }
        return switch (map(message)) {
            case Mapped.Tree(var tree) -> post(consignment, StrictJson.write(tree));
            case Mapped.Refused(var why) ->
                    new Sending.Failed(
                            why.stream()
                                    .map(v -> v.pointer() + ": " + v.problem())
                                    .collect(Collectors.joining(" ")));
        };
    }

    /// There is no published schema: what is written must read back as a message.
    @Override
    public Rehearsed rehearse(Consignment consignment) {
        var message = consignment.cleared().message();
        return new Rehearsed(
                "as EHC advice JSON that reads back",
                switch (map(message)) {
                    case Mapped.Refused(var why) -> words(why);
                    case Mapped.Tree(var tree) -> readBack(message, tree);
                });
    }

    private List<String> readBack(EhcMessage message, Map<String, Object> tree) {
        return switch (mappings.map(
                SocialCareReader.AGENCY, message.type().code(), Direction.FROM, tree, Map.of())) {
            case Mapped.Refused(var why) -> words(why);
            case Mapped.Tree(var canonical) -> faults(CanonicalReader.read(canonical));
        };
    }

    private static List<String> faults(Reading reading) {
        return switch (reading) {
            case Reading.Valid valid -> List.of();
            case Reading.Invalid(var why) -> words(why);
        };
    }

    private static List<String> words(List<Violation> violations) {
        return violations.stream().map(v -> v.pointer() + ": " + v.problem()).toList();
    }

    private Mapped map(EhcMessage message) {
        return mappings.map(
                SocialCareReader.AGENCY,
                message.type().code(),
                Direction.TO,
                CanonicalWriter.write(message),
                Map.of());
    }

    private Sending post(Consignment consignment, byte[] json) {
        return consignment.recipient().channel() instanceof Channel.SsdOverHttp(var to, var login)
                ? http.post(
                                to,
                                login,
                                "application/json",
                                json,
                                Map.of("Idempotency-Key", consignment.messageId().toString()))
                        .sending()
                : new Sending.Failed(
                        consignment.recipient().code() + " is no longer reached by ssd-json-http");
    }
}
