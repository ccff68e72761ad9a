package org.ehcexchange.agency.education;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.disclosure.Circumstances;
import org.ehcexchange.disclosure.Cleared;
import org.ehcexchange.disclosure.DisclosureRules;
import org.ehcexchange.disclosure.Gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// The example request, cleared by the real gate, on its way to the school.
final class Consignments {

    static final Path EXAMPLES = Path.of("mappings/education/examples");
    static final String DOCUMENT = "a3c9b1de-33f0-4c0e-9a57-6a0d1d2f4e01";

    private Consignments() {}

    static Consignment request(Channel channel) throws IOException {
        return request(channel, DOCUMENT);
    }

    /// @param document the id of the one document that it names
    static Consignment request(Channel channel, String document) throws IOException {
        var text =
                Files.readString(EXAMPLES.resolve("advice-request.to.full/input.json"))
                        .replace(DOCUMENT, document);
        Map<String, Object> tree = new JsonMapper().readValue(text, new TypeReference<>() {});
        var message = (AdviceRequest) ((Reading.Valid) CanonicalReader.read(tree)).message();
        var cleared =
                (Cleared)
                        new Gate(DisclosureRules.shipped())
                                .decide(
                                        message,
                                        SchoolExchange.council(),
                                        SchoolExchange.school(channel),
                                        Circumstances.on(LocalDate.of(2026, 5, 11)));
        return new Consignment(
                new UUID(7, 7),
                cleared,
                SchoolExchange.council(),
                Instant.parse("2026-05-11T08:30:00Z"),
                1,
                "requested",
                message,
                null,
                null,
                null,
                1);
    }
}
