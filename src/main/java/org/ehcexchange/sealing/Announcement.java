package org.ehcexchange.sealing;

import com.nimbusds.jose.jwk.ECKey;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.sealing.Flaw.Fault;
import org.ehcexchange.sealing.Reader.Result;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Which documents are about to be pushed, with size, hash and type of each.
public final class Announcement {

    private Announcement() {}

    /// The documents of an announcement, or everything that is wrong with it.
    public sealed interface Opening {
        record Opened(List<Part> documents) implements Opening {}

        record Flawed(List<Flaw> flaws) implements Opening {}
    }

    public static Jws sign(
            ECKey key,
            OrganisationCode from,
            OrganisationCode to,
            List<Part> documents,
            Instant at) {
        Instant now = Instant.ofEpochSecond(at.getEpochSecond());
        Header header =
                new Header(
                        Type.ANNOUNCEMENT, Keys.thumbprint(key), from, to, now, UUID.randomUUID());
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("parts", new Manifest(documents).tree());
        return Jws.sign(key, header, SealedMessage.write(payload));
    }

    public static Opening open(Jws jws) {
        return switch (Reader.read(jws.payload(), "", Fault.PAYLOAD, Manifest::read)) {
            case Result.Flawed<Manifest>(var flaws) -> new Opening.Flawed(flaws);
            case Result.Sound<Manifest>(var manifest) -> documents(manifest);
        };
    }

    private static Opening documents(Manifest manifest) {
        boolean only =
                manifest.parts().stream()
                        .allMatch(part -> part.isDocument() && part.mediaType() != null);
        return only
                ? new Opening.Opened(manifest.parts())
                : new Opening.Flawed(
                        List.of(
                                Flaw.of(
                                        Fault.PAYLOAD,
                                        "/parts",
                                        "Something other than a document with its media type is"
                                                + " announced.",
                                        "Announce documents only; everything else travels inside"
                                                + " the message.")));
    }
}
