package org.ehcexchange.agency.socialcare;

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

import java.util.Map;

/// Canonical to JSON and back loses nothing.
class SocialCareRoundTripTests {

    private final RoundTrip roundTrip = new RoundTrip("social-care", new Json());

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

    /// As the channel writes and reads it.
    private static final class Json implements RoundTrip.Format {

        @Override
        public byte[] write(Map<String, Object> tree) {
            return StrictJson.write(tree);
        }

        @Override
        public Map<String, Object> read(byte[] bytes) {
            var reading = StrictJson.read(bytes);
            assertThat(reading).isInstanceOf(StrictJson.Reading.Tree.class);
            return ((StrictJson.Reading.Tree) reading).tree();
        }
    }
}
