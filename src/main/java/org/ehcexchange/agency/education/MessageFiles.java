package org.ehcexchange.agency.education;

import org.apache.camel.ProducerTemplate;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.ledger.Outcome;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;

/// A message file on its way to being accepted, by the same route as one that came over HTTP.
@Component
class MessageFiles {

    private final ProducerTemplate routes;
    private final DocumentsAwaited awaited;
    private final EducationSettings settings;
    private final InstantSource clock;

    MessageFiles(
            ProducerTemplate routes,
            DocumentsAwaited awaited,
            EducationSettings settings,
            InstantSource clock) {
        this.routes = routes;
        this.awaited = awaited;
        this.settings = settings;
        this.clock = clock;
    }

    /// @throws DocumentsAwaited.NotYet when a document that it names may still come
    Outcome accept(OrganisationCode sender, String name, InputStream bytes) {
        int limit = (int) settings.maxMessage().toBytes();
        byte[] body = read(bytes, limit);
        if (body.length > limit) {
            return tooLarge(limit);
        }
        awaited.check(sender, name, body);
        var arrival = new Arrival(sender, "cbds-xml", "application/xml", body, clock.instant());
        return routes.requestBody("direct:education-in", arrival, Outcome.class);
    }

    private static byte[] read(InputStream bytes, int limit) {
        try {
            return bytes.readNBytes(limit + 1);
        } catch (IOException brokeOff) {
            throw new UncheckedIOException("A message file broke off; it is read again.", brokeOff);
        }
    }

    private static Outcome tooLarge(int limit) {
        return new Outcome.NotAccepted(
                Fault.TOO_LARGE,
                List.of(
                        new Violation(
                                "",
                                "The message is larger than " + limit + " bytes.",
                                "Send documents as files beside the message.")));
    }
}
