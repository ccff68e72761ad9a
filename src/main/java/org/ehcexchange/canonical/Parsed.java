package org.ehcexchange.canonical;

import java.util.function.Function;

/// What came of reading a piece of text as a value: the value, or what is wrong with the text.
public sealed interface Parsed<T> {

    record Value<T>(T value) implements Parsed<T> {}

    /// @param problem a plain sentence that does not repeat the text
    /// @param remedy what to send instead
    record Problem<T>(String problem, String remedy) implements Parsed<T> {}

    default <R> Parsed<R> map(Function<T, R> change) {
        return switch (this) {
            case Value<T>(T value) -> new Value<>(change.apply(value));
            case Problem<T>(String problem, String remedy) -> new Problem<>(problem, remedy);
        };
    }

    /// The value, where the caller wrote the text itself and a problem is the caller's mistake.
    ///
    /// @throws InvalidIdentifier without showing the text
    default T orThrow() {
        return switch (this) {
            case Value<T>(T value) -> value;
            case Problem<T> bad -> throw new InvalidIdentifier(bad.problem() + " " + bad.remedy());
        };
    }
}
