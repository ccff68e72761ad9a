package org.ehcexchange.agency.health;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.EhcMessages;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.directory.Channel.WireFormat;
import org.ehcexchange.mapping.RoundTrip;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;

/// Canonical to FHIR and back, as JSON and as XML: only the declared drops are lost.
class HealthRoundTripTests {

    private static final FhirText FHIR = Fixtures.fhir();

    private final RoundTrip json = roundTrip(WireFormat.JSON);
    private final RoundTrip xml = roundTrip(WireFormat.XML);

    private static RoundTrip roundTrip(WireFormat format) {
        return new RoundTrip(
                "health", new Wire(format), Fixtures::contextTo, Fixtures::contextFrom);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void losesNothingAsJson(@ForAll("advice") EhcMessage message) {
        json.holdsFor(message);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void losesNothingAsXml(@ForAll("advice") EhcMessage message) {
        xml.holdsFor(message);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void losesNothingOfHealthProvisionAsJson(@ForAll("provision") EhcMessage message) {
        json.holdsFor(message);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void losesNothingOfHealthProvisionAsXml(@ForAll("provision") EhcMessage message) {
        xml.holdsFor(message);
    }

    /// A message that states no ground comes back with the one that the law gives its kind, so only
    /// messages that state one come back as they were; the gate lets no other out.
    @Provide
    Arbitrary<EhcMessage> advice() {
        return these(MessageType::concernsAdvice);
    }

    /// Copies of plans, and what commissioners tell and answer each other.
    @Provide
    Arbitrary<EhcMessage> provision() {
        return these(MessageType::concernsHealthProvision);
    }

    private static Arbitrary<EhcMessage> these(Predicate<MessageType> which) {
        return Arbitraries.of(Arrays.stream(MessageType.values()).filter(which).toList())
                .flatMap(EhcMessages::of)
                .filter(message -> Fixtures.statesAGround(message.envelope().ground()));
    }

    private record Wire(WireFormat format) implements RoundTrip.Format {
        @Override
        public byte[] write(Map<String, Object> tree) {
            return FHIR.write(FHIR.bundle(tree), format);
        }

        @Override
        public Map<String, Object> read(byte[] bytes) {
            Parsed parsed = FHIR.read(bytes, format);
            assertThat(parsed).isInstanceOf(Parsed.Message.class);
            return Trees.withoutBytes(((Parsed.Message) parsed).tree());
        }
    }
}
