package org.ehcexchange.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

/// What is written is read back as the same message.
class CanonicalRoundTripTests {

    @Provide
    Arbitrary<EhcMessage> messages() {
        return EhcMessages.all();
    }

    @Property(tries = 600)
    void readsWhatItWrote(@ForAll("messages") EhcMessage message) {
        assertThat(CanonicalReader.read(CanonicalWriter.write(message)))
                .isEqualTo(new Reading.Valid(message));
    }

    @Property(tries = 100)
    void writesTheEnvelopeInThePublishedOrder(@ForAll("messages") EhcMessage message) {
        List<String> written = List.copyOf(CanonicalWriter.write(message).keySet());
        assertThat(written).startsWith("type", "version", "messageId", "conversationId");
        assertThat(written).containsSubsequence("from", "to", "sentAt", "child");
    }
}
