package org.ehcexchange.agency.socialcare;

import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.PartnerHttp;
import org.ehcexchange.delivery.Sender;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.mapping.Mappings;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;
import org.springframework.stereotype.Component;

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
