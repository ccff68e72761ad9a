package org.ehcexchange.console;

import org.jspecify.annotations.Nullable;

/// How a plan stands that does not go its usual way, in a sentence for who looks at it.
final class PlanStanding {

    private PlanStanding() {}

    /// @param yours whether the reader is of the authority that sent it
    /// @return absent where the state says enough
    static @Nullable String of(boolean yours, String state) {
        return yours ? ofOld(state) : ofNew(state);
    }

    private static @Nullable String ofOld(String state) {
        return switch (state) {
            case "held" ->
                    "It has not left: a person who runs the exchange must first say which child it"
                            + " is about. Until then you can keep it here.";
            case "rejected" ->
                    "It did not leave: a person who runs the exchange could not say which child it"
                            + " is about. Compare the child's details with your records, put them"
                            + " right where they are wrong, and send it again.";
            case "recalling" ->
                    "You called it back. Their exchange answers by itself whether that was in time;"
                            + " until then the plan can go nowhere else.";
            case "recalled" -> "You called it back in time.";
            default -> null;
        };
    }

    private static @Nullable String ofNew(String state) {
        return state.equals("recalled")
                ? "The authority that sent it called it back before you accepted it: there is"
                        + " nothing to decide any more."
                : null;
    }
}
