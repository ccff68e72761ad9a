package org.ehcexchange.agency.education;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.EhcMessages;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.mapping.RoundTrip;
import org.ehcexchange.mapping.Xml;

import java.nio.file.Path;
import java.util.Map;

/// Canonical to valid XML and back loses nothing.
class EducationRoundTripTests {

    private final RoundTrip roundTrip = new RoundTrip("education", new ValidXml());

    @Property(tries = 300)
    void losesNothing(@ForAll("adviceMessages") EhcMessage message) {
        roundTrip.holdsFor(message);
    }

    @Provide
    Arbitrary<EhcMessage> adviceMessages() {
        return Arbitraries.of(
                        MessageType.ADVICE_REQUEST,
                        MessageType.ADVICE_ACKNOWLEDGED,
                        MessageType.ADVICE_RETURN,
                        MessageType.ADVICE_RETURN,
                        MessageType.ADVICE_REMINDER,
                        MessageType.ADVICE_WITHDRAWN)
                .flatMap(EhcMessages::of);
    }

    /// What is written must also be valid against the published schema.
    private static final class ValidXml implements RoundTrip.Format {

        private final AdviceSchema schema = new AdviceSchema(Path.of("mappings"));

        @Override
        public byte[] write(Map<String, Object> tree) {
            return Xml.write(tree);
        }

        @Override
        public Map<String, Object> read(byte[] bytes) {
            var reading = schema.read(bytes);
            assertThat(reading).isInstanceOf(Xml.Reading.Tree.class);
            return ((Xml.Reading.Tree) reading).tree();
        }
    }
}
