package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Consent;
import org.ehcexchange.canonical.Section;

import java.util.Set;

/// A consent that the plan be disclosed (SEND Regulations 2014, reg. 17(1)), as put on record;
/// withdrawn consent stays, with its day.
///
/// @param consent who gave it and when, what they were asked in words, and when they took it back
/// @param sections the parts of the plan it lets go; all of them for the whole plan
/// @param covers who may be told
public record RecordedConsent(Consent consent, Set<Section> sections, Audience covers) {

    public RecordedConsent {
        sections = Set.copyOf(sections);
    }
}
