package org.ehcexchange.agency.authority;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.PartnerHttp;
import org.ehcexchange.delivery.Rehearsed;
import org.ehcexchange.delivery.Sender;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/// Posts canonical JSON to a partner's URL.
///
/// Field order is fixed, so every attempt sends the same bytes; the idempotency key lets the
/// partner drop a repeat without reading it.
@Component("canonicalPushSender")
class CanonicalPushSender implements Sender {

    private static final JsonMapper JSON = new JsonMapper();

    private final PartnerHttp http;

    CanonicalPushSender(PartnerHttp http) {
        this.http = http;
    }

    @Override
    public Sending send(Consignment consignment) {
        return consignment.recipient().channel() instanceof Channel.CanonicalPush(var to, var login)
                ? http.post(
                                to,
                                login,
                                "application/json",
                                bytes(consignment.cleared().message()),
                                Map.of("Idempotency-Key", consignment.id().toString()))
                        .sending()
                : new Sending.Failed(
                        "%s is no longer reached by canonical-push; replay the delivery to use its new channel"
                                .formatted(consignment.recipient().code()));
    }

    @Override
    public Rehearsed rehearse(Consignment consignment) {
        EhcMessage message = consignment.cleared().message();
        return new Rehearsed(
                "as canonical JSON that reads back",
                switch (CanonicalReader.read(CanonicalWriter.write(message))) {
                    case Reading.Valid valid -> List.of();
                    case Reading.Invalid(var why) ->
                            why.stream().map(v -> v.pointer() + ": " + v.problem()).toList();
                });
    }

    private static byte[] bytes(EhcMessage message) {
        try {
            return JSON.writeValueAsBytes(CanonicalWriter.write(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Message %s cannot be written as JSON"
                            .formatted(message.envelope().messageId()),
                    e);
        }
    }
}
