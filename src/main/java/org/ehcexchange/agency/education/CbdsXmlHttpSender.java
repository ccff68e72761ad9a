package org.ehcexchange.agency.education;

import org.ehcexchange.agency.education.EducationWriter.Written;
import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.PartnerHttp;
import org.ehcexchange.delivery.Rehearsed;
import org.ehcexchange.delivery.Sender;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;
import org.springframework.stereotype.Component;

import java.util.Map;

/// Posts EHC advice XML to a partner's URL.
@Component("cbdsXmlHttpSender")
class CbdsXmlHttpSender implements Sender {

    private final EducationWriter writer;
    private final EducationRehearsal rehearsal;
    private final PartnerHttp http;

    CbdsXmlHttpSender(EducationWriter writer, EducationRehearsal rehearsal, PartnerHttp http) {
        this.writer = writer;
        this.rehearsal = rehearsal;
        this.http = http;
    }

    @Override
    public Sending send(Consignment consignment) {
        return switch (writer.write(consignment.cleared().message())) {
            case Written.Not(var reason) -> new Sending.Failed(reason);
            case Written.Bytes(var xml) -> post(consignment, xml);
        };
    }

    @Override
    public Rehearsed rehearse(Consignment consignment) {
        return rehearsal.of(consignment.cleared().message());
    }

    private Sending post(Consignment consignment, byte[] xml) {
        return consignment.recipient().channel() instanceof Channel.CbdsOverHttp(var to, var login)
                ? http.post(
                                to,
                                login,
                                "application/xml;charset=UTF-8",
                                xml,
                                Map.of("Idempotency-Key", consignment.messageId().toString()))
                        .sending()
                : new Sending.Failed(
                        consignment.recipient().code() + " is no longer reached by cbds-xml-http");
    }
}
