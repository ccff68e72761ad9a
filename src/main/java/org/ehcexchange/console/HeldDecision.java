package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.ledger.held.Held;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a person decides about what is held, as its form has it.
///
/// @param decision absent while none is chosen
record HeldDecision(@Nullable String decision, @Nullable String reason) {

    /// The three ways; what is sent is never rewritten, so a correction is its sender's.
    enum Way {
        RELEASE("It goes on."),
        CORRECT("It does not go on."),
        REJECT("It does not go on.");

        private final String done;

        Way(String done) {
            this.done = done;
        }

        String done() {
            return done;
        }
    }

    Optional<Way> way() {
        return Stream.of(Way.values())
                .filter(way -> way.name().toLowerCase(Locale.ROOT).equals(decision))
                .findFirst();
    }

    List<Fault> faults() {
        Stream<Fault> undecided =
                way().isPresent()
                        ? Stream.empty()
                        : Stream.of(new Fault("decision", "Choose what is to become of it"));
        return Fault.all(Stream.concat(undecided, Why.fault(reason).stream()));
    }

    /// @param fields that are wrong, when it is sent back to be corrected
    Held.Decision by(SignedIn you, List<String> fields) {
        String why = Words.orNothing(reason).strip();
        return new Held.Decision(
                you.code(),
                you.getName(),
                way().filter(Way.CORRECT::equals).isPresent()
                        ? "to be sent again with another %s: %s"
                                .formatted(String.join(", ", fields), why)
                        : why);
    }
}
