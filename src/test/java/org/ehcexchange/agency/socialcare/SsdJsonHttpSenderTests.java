package org.ehcexchange.agency.socialcare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.PartnerHttp;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.ehcexchange.disclosure.Circumstances;
import org.ehcexchange.disclosure.Cleared;
import org.ehcexchange.disclosure.DisclosureRules;
import org.ehcexchange.disclosure.Gate;
import org.ehcexchange.mapping.JsonataMappings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The JSON that goes to a partner's URL.
class SsdJsonHttpSenderTests implements PartnerHttp {

    private static final URI ENDPOINT = URI.create("http://localhost/ssd");
    private static final Channel HTTP = new Channel.SsdOverHttp(ENDPOINT, new Channel.Login.None());
    private static final Path REQUEST =
            Path.of("mappings/social-care/examples/advice-request.to.least/input.json");

    private final List<byte[]> sent = new ArrayList<>();
    private final SsdJsonHttpSender sender =
            new SsdJsonHttpSender(new JsonataMappings(Path.of("mappings")), this);

    @Test
    void sendsTheSameBytesOnEveryAttempt() throws IOException {
        var consignment = request(HTTP);

        assertThat(sender.send(consignment)).isInstanceOf(Sending.Sent.class);
        assertThat(sender.send(consignment)).isInstanceOf(Sending.Sent.class);

        assertThat(sent.get(0)).isEqualTo(sent.get(1));
        assertThat(new String(sent.getFirst(), StandardCharsets.UTF_8))
                .contains("\"pers_dob\":\"2016-03-09\"", "\"ehcr_questions\":[\"NEEDS\"]");
    }

    @Test
    void failsWhenThePartnerMovedToAnotherChannel() throws IOException {
        assertThat(sender.send(request(new Channel.CanonicalPull())))
                .isInstanceOf(Sending.Failed.class);
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
        assertThat(contentType).isEqualTo("application/json");
        sent.add(body);
        return new Answer(new Sending.Sent("HTTP 202", body), 202, new byte[0]);
    }

    private static Consignment request(Channel channel) throws IOException {
        Map<String, Object> tree =
                new JsonMapper().readValue(REQUEST.toFile(), new TypeReference<>() {});
        var message = (AdviceRequest) ((Reading.Valid) CanonicalReader.read(tree)).message();
        var council = organisation("LA:998", Role.AUTHORITY, null);
        var team = organisation("SVC:northshire-csc", Role.SOCIAL_CARE, channel);
        var cleared =
                new Gate(DisclosureRules.shipped())
                        .decide(
                                message,
                                council,
                                team,
                                Circumstances.on(LocalDate.of(2026, 5, 11)));
        return new Consignment(
                new UUID(7, 7),
                (Cleared) cleared,
                council,
                Instant.parse("2026-05-11T08:30:00Z"),
                1,
                "requested",
                message,
                null,
                null,
                null,
                1);
    }

    private static Organisation organisation(String code, Role role, @Nullable Channel channel) {
        return new Organisation(
                new OrganisationCode(code),
                "Organisation " + code,
                Set.of(role),
                null,
                null,
                null,
                List.of(),
                channel,
                null);
    }
}
