package org.ehcexchange.worktray;

import org.ehcexchange.canonical.DocumentReference;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// What somebody entered so far, as they entered it: right, wrong or unfinished.
///
/// @param messageId what the answer will be called, so that sending it twice sends it once
/// @param documents reports that were uploaded
public record Entered(
        UUID messageId,
        List<String> needs,
        List<String> outcomes,
        List<String> provision,
        List<DocumentReference> documents,
        List<Search> searched,
        List<Reason> reasons,
        Relied exception,
        Day expectedBy) {

    public Entered {
        needs = List.copyOf(needs);
        outcomes = List.copyOf(outcomes);
        provision = List.copyOf(provision);
        documents = List.copyOf(documents);
        searched = List.copyOf(searched);
        reasons = List.copyOf(reasons);
    }

    /// Nothing yet.
    public static Entered nothing(UUID messageId) {
        return new Entered(
                messageId,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Relied("", "", Day.NONE, Day.NONE, ""),
                Day.NONE);
    }

    /// A day in three boxes.
    public record Day(String day, String month, String year) {

        public static final Day NONE = new Day("", "", "");

        private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}");

        boolean isEmpty() {
            return day.isBlank() && month.isBlank() && year.isBlank();
        }

        /// As messages write it; no date where it is none; absent where nothing was entered.
        public @Nullable String written() {
            if (isEmpty()) {
                return null;
            }
            return NUMBERS.matcher("%s-%s-%s".formatted(day, month, year)).matches()
                    ? "%s-%02d-%02d".formatted(year, Integer.parseInt(month), Integer.parseInt(day))
                    : "no date";
        }
    }

    public record Search(String identifier, String where, Day on) {

        boolean isEmpty() {
            return identifier.isBlank() && where.isBlank() && on.isEmpty();
        }
    }

    public record Reason(String code, String text) {

        boolean isEmpty() {
            return code.isBlank() && text.isBlank();
        }
    }

    public record Relied(String kind, String reason, Day from, Day to, String author) {}

    public Entered withAdvice(List<String> need, List<String> outcome, List<String> provide) {
        return new Entered(
                messageId,
                said(need),
                said(outcome),
                said(provide),
                documents,
                searched,
                reasons,
                exception,
                expectedBy);
    }

    public Entered withSearched(List<Search> searches) {
        List<Search> kept = searches.stream().filter(search -> !search.isEmpty()).toList();
        return new Entered(
                messageId,
                needs,
                outcomes,
                provision,
                documents,
                kept,
                reasons,
                exception,
                expectedBy);
    }

    public Entered withReasons(List<Reason> given) {
        List<Reason> kept = given.stream().filter(reason -> !reason.isEmpty()).toList();
        return new Entered(
                messageId,
                needs,
                outcomes,
                provision,
                documents,
                searched,
                kept,
                exception,
                expectedBy);
    }

    public Entered withException(Relied reliedOn, Day expected) {
        return new Entered(
                messageId, needs, outcomes, provision, documents, searched, reasons, reliedOn,
                expected);
    }

    public Entered with(DocumentReference document) {
        List<DocumentReference> all = new ArrayList<>(documents);
        all.add(document);
        return withDocuments(all);
    }

    public Entered without(UUID document) {
        return withDocuments(documents.stream().filter(one -> !one.id().equals(document)).toList());
    }

    private Entered withDocuments(List<DocumentReference> all) {
        return new Entered(
                messageId,
                needs,
                outcomes,
                provision,
                all,
                searched,
                reasons,
                exception,
                expectedBy);
    }

    /// Without the boxes that were left empty.
    private static List<String> said(List<String> texts) {
        return texts.stream()
                .map(text -> text.replace("\r\n", "\n").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "Entered[not shown]";
    }
}
