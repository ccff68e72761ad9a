package org.ehcexchange.agency.education;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.PartnerHttp;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.mapping.JsonataMappings;
import org.ehcexchange.mapping.Xml;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The XML that goes to a partner's URL.
class CbdsXmlHttpSenderTests implements PartnerHttp {

    private static final URI ENDPOINT = URI.create("http://localhost/advice");
    private static final Channel HTTP =
            new Channel.CbdsOverHttp(ENDPOINT, new Channel.Login.None());

    private final List<byte[]> sent = new ArrayList<>();
    private final EducationWriter writer =
            new EducationWriter(new JsonataMappings(Path.of("mappings")));
    private final CbdsXmlHttpSender sender =
            new CbdsXmlHttpSender(
                    writer,
                    new EducationRehearsal(writer, new AdviceSchema(Path.of("mappings"))),
                    this);

    @Test
    void holdsWhatItWouldSendAgainstTheSchemaWithoutSendingIt() throws IOException {
        assertThat(sender.rehearse(Consignments.request(HTTP)).faults()).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void sendsTheSameBytesOnEveryAttempt() throws IOException {
        var consignment = Consignments.request(HTTP);

        assertThat(sender.send(consignment)).isInstanceOf(Sending.Sent.class);
        assertThat(sender.send(consignment)).isInstanceOf(Sending.Sent.class);

        assertThat(sent.get(0)).isEqualTo(sent.get(1));
        assertThat(new AdviceSchema(Path.of("mappings")).read(sent.getFirst()))
                .isInstanceOf(Xml.Reading.Tree.class);
    }

    @Test
    void failsWhenThePartnerMovedToAnotherChannel() throws IOException {
        Consignment consignment = Consignments.request(new Channel.CanonicalPull());

        assertThat(sender.send(consignment)).isInstanceOf(Sending.Failed.class);
        assertThat(sent).isEmpty();
    }

    @Override
    public Answer post(
            URI endpoint,
            Channel.Login login,
            String contentType,
            byte[] body,
            Map<String, String> headers) {
        assertThat(endpoint).isEqualTo(ENDPOINT);
        assertThat(contentType).isEqualTo("application/xml;charset=UTF-8");
        assertThat(headers)
                .containsEntry("Idempotency-Key", "0c9a1f8e-6f0f-4b5e-8a53-2f0d9a6f7c11");
        sent.add(body);
        return new Answer(new Sending.Sent("HTTP 202", body), 202, new byte[0]);
    }
}
