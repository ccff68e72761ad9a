package org.ehcexchange.agency.health;

import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.PartnerHttp;
import org.ehcexchange.delivery.Rehearsed;
import org.ehcexchange.delivery.Sender;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Channel.WireFormat;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/// Posts FHIR messages to a partner's `$process-message`.
@Component("fhirSender")
final class FhirSender implements Sender {

    private static final int CONFLICT = 409;

    private final FhirWriter writer;
    private final FhirText fhir;
    private final PartnerHttp http;

    FhirSender(FhirWriter writer, FhirText fhir, PartnerHttp http) {
        this.writer = writer;
        this.fhir = fhir;
        this.http = http;
    }

    @Override
    public Sending send(Consignment consignment) {
        if (!(consignment.recipient().channel() instanceof Channel.Fhir channel)) {
            return new Sending.Failed("the recipient is not reached by FHIR");
        }
        return switch (writer.write(consignment)) {
            case FhirWriter.Written.Impossible(String reason) -> new Sending.Failed(reason);
            case FhirWriter.Written.Message(Bundle bundle) -> post(consignment, channel, bundle);
        };
    }

    @Override
    public Rehearsed rehearse(Consignment consignment) {
        return new Rehearsed(
                "as a FHIR R4 message that reads back strictly",
                switch (writer.write(consignment)) {
                    case FhirWriter.Written.Impossible(String reason) -> List.of(reason);
                    case FhirWriter.Written.Message(Bundle bundle) ->
                            faults(fhir.read(fhir.write(bundle, WireFormat.JSON), WireFormat.JSON));
                });
    }

    private static List<String> faults(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Message message -> List.of();
            case Parsed.Unreadable(Findings findings) ->
                    findings.violations().stream()
                            .map(v -> v.pointer() + ": " + v.problem())
                            .toList();
        };
    }

    private Sending post(Consignment consignment, Channel.Fhir channel, Bundle bundle) {
        byte[] body = fhir.write(bundle, channel.format());
        String type = MediaTypes.of(channel.format());
        PartnerHttp.Answer answer =
                http.post(
                        channel.endpoint(),
                        channel.login(),
                        type + "; charset=UTF-8",
                        body,
                        Map.of(
                                "Accept", type,
                                "X-Request-Id", consignment.messageId().toString(),
                                "X-Correlation-Id", conversation(consignment)));
        return isDuplicate(answer)
                ? new Sending.Sent("HTTP 409, the partner had it already", body)
                : answer.sending();
    }

    private static String conversation(Consignment consignment) {
        return consignment.cleared().message().envelope().conversationId().toString();
    }

    /// Whoever has the same bytes under the same id has the message.
    private boolean isDuplicate(PartnerHttp.Answer answer) {
        return answer.status() == CONFLICT && fhir.saysDuplicate(answer.body());
    }
}
