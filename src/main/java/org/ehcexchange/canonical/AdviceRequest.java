package org.ehcexchange.canonical;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/// One authority's request for one body's advice on one child.
///
/// A fact: never edited, only answered or withdrawn. The day it is due is not stored here, because
/// it is
/// derived from the day the body received it.
///
/// @param questions what was asked, at least one (SEND Regulations 2014, reg. 6(1))
/// @param familyViews the family's representations, sent with the request; absent when none were
///     made
public record AdviceRequest(
        Envelope envelope,
        CaseReference caseReference,
        AdviceType adviceType,
        LocalDate assessmentRequestedOn,
        Set<Question> questions,
        @Nullable String familyViews)
        implements EhcMessage {

    public AdviceRequest {
        questions = Set.copyOf(questions);
    }

    @Override
    public MessageType type() {
        return MessageType.ADVICE_REQUEST;
    }

    /// What it is and its id: nothing about the child.
    @Override
    public String toString() {
        return envelope.nameOf(type());
    }
}
