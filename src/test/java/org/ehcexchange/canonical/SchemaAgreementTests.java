package org.ehcexchange.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The records and the published schemas take the same messages, and refuse the same faults at the
/// same place.
class SchemaAgreementTests {

    @Provide
    Arbitrary<EhcMessage> messages() {
        return EhcMessages.all();
    }

    /// One of every type and, of advice returns, one of every outcome.
    @Provide
    Arbitrary<List<EhcMessage>> oneOfEach() {
        Stream<Arbitrary<? extends EhcMessage>> outcomes =
                Stream.of(
                        EhcMessages.adviceProvided(),
                        EhcMessages.adviceNothingKnown(),
                        EhcMessages.adviceDeclined(),
                        EhcMessages.adviceLate());
        Stream<Arbitrary<EhcMessage>> types =
                Arrays.stream(MessageType.values()).map(EhcMessages::of);
        return Combinators.combine(
                        Stream.concat(types, outcomes.map(each -> each.map(m -> (EhcMessage) m)))
                                .toList())
                .as(messages -> messages);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void theSchemasTakeEveryMessage(@ForAll("messages") EhcMessage message) {
        assertThat(PublishedSchemas.faults(message.type(), CanonicalWriter.write(message)))
                .isEmpty();
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void bothRefuseEveryFaultAtTheSamePlace(@ForAll("oneOfEach") List<EhcMessage> messages) {
        messages.forEach(message -> assertThat(refusedMutations(message)).isGreaterThan(300));
    }

    private static long refusedMutations(EhcMessage message) {
        return Mutation.of(CanonicalWriter.write(message))
                .filter(mutation -> !agreedFaults(message, mutation).isEmpty())
                .count();
    }

    private static Set<String> agreedFaults(EhcMessage message, Mutation mutation) {
        Set<String> read = faults(mutation.tree());
        assertThat(read)
                .as("%s: %s", message.type(), mutation.name())
                .isEqualTo(PublishedSchemas.faults(message.type(), mutation.tree()));
        return read;
    }

    private static Set<String> faults(Map<String, Object> tree) {
        return switch (CanonicalReader.read(tree)) {
            case Reading.Valid _ -> Set.of();
            case Reading.Invalid invalid ->
                    invalid.violations().stream()
                            .map(Violation::pointer)
                            .collect(Collectors.toCollection(TreeSet::new));
        };
    }
}
