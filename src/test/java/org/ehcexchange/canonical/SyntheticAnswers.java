package org.ehcexchange.canonical;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import java.util.List;

/// What a body may answer, each outcome with its own fields.
final class SyntheticAnswers {

    private static final String FIRST = "2025-07-01";
    private static final String LAST = "2025-12-31";

    private SyntheticAnswers() {}

    static Arbitrary<Answer> provided() {
        return Combinators.combine(statements(), statements(), statements())
                .as(Answer.Provided::new);
    }

    static Arbitrary<Answer> nothingKnown() {
        return Combinators.combine(
                        Arbitraries.of(SearchedBy.class),
                        SyntheticTexts.lines(),
                        SyntheticTexts.dates(FIRST, LAST))
                .as(Answer.Search::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Answer.NothingKnown::new);
    }

    static Arbitrary<Answer> declined() {
        return Combinators.combine(Arbitraries.of(DeclineCode.class), SyntheticTexts.proses())
                .as(Answer.Reason::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Answer.Declined::new);
    }

    static Arbitrary<Answer> late() {
        return Combinators.combine(
                        Arbitraries.of(ExceptionKind.class),
                        SyntheticTexts.proses(),
                        SyntheticTexts.dates(FIRST, "2025-09-30"),
                        SyntheticTexts.dates("2025-10-01", LAST).injectNull(0.5),
                        SyntheticTexts.lines())
                .as(Answer.LateException::new)
                .flatMap(
                        exception ->
                                SyntheticTexts.dates("2026-01-01", "2027-12-31")
                                        .map(by -> new Answer.Late(exception, by)));
    }

    private static Arbitrary<List<String>> statements() {
        return SyntheticTexts.proses().list().ofMaxSize(3);
    }
}
