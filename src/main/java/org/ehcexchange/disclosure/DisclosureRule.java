package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Violation;

import java.util.List;
import java.util.function.Function;

/// One small named rule of the gate.
public sealed interface DisclosureRule {

    String name();

    /// The provision it rests on, as instrument and provision.
    String restsOn();

    /// Something that must hold.
    ///
    /// @param breaches how a passage breaks it; empty when it holds
    record Condition(String name, String restsOn, Function<Passage, List<Violation>> breaches)
            implements DisclosureRule {}

    /// Something that is taken out before the message goes.
    ///
    /// @param cut what is left of a passage, and where something was taken out
    record Withholding(String name, String restsOn, Function<Passage, Cut> cut)
            implements DisclosureRule {}

    /// Something that stops nothing and that a person should know.
    ///
    /// @param notes one sentence each, without personal data; empty when there is nothing to say
    record Remark(String name, String restsOn, Function<Passage, List<String>> notes)
            implements DisclosureRule {}

    /// What a withholding left.
    ///
    /// @param withheld JSON pointers; empty when nothing was taken
    record Cut(EhcMessage message, List<String> withheld) {}
}
