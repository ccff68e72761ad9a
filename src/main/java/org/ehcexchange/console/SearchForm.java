package org.ehcexchange.console;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.NhsNumber;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.canonical.Upn;
import org.ehcexchange.ledger.reading.Search;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// What somebody looks for, as the form has it; posted, because it may name a child.
record SearchForm(
        @Nullable String caseReference,
        @Nullable String nhsNumber,
        @Nullable String upn,
        @Nullable String message,
        @Nullable String body,
        @Nullable String state,
        @Nullable String from,
        @Nullable String until) {

    static final SearchForm NONE = new SearchForm(null, null, null, null, null, null, null, null);

    /// The query, or all that is wrong with the form.
    ///
    /// @param query absent when something is wrong
    record Read(Search.@Nullable Query query, List<Fault> faults) {}

    Read read() {
        List<Fault> faults = new ArrayList<>();
        if (isEmpty()) {
            faults.add(new Fault("caseReference", "Enter at least one thing to search by"));
        }
        Search.Query query =
                new Search.Query(
                        nhsNumber(faults),
                        upn(faults),
                        message(faults),
                        one(caseReference, CaseReference::new),
                        body(faults),
                        one(state, Function.identity()),
                        Dates.day("from", from, faults),
                        Dates.day("until", until, faults));
        return new Read(faults.isEmpty() ? query : null, faults);
    }

    private boolean isEmpty() {
        return Stream.of(caseReference, nhsNumber, upn, message, body, state, from, until)
                .allMatch(entered -> text(entered).isEmpty());
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }

    private static <T> @Nullable T one(@Nullable String entered, Function<String, T> read) {
        String text = text(entered);
        return text.isEmpty() ? null : read.apply(text);
    }

    private @Nullable NhsNumber nhsNumber(List<Fault> faults) {
        String digits = text(nhsNumber).replaceAll("[ -]", "");
        return digits.isEmpty()
                ? null
                : sound(
                        "nhsNumber",
                        NhsNumber.parse(digits),
                        "Enter a whole NHS number: 10 digits",
                        faults);
    }

    private @Nullable Upn upn(List<Fault> faults) {
        String entered = text(upn).toUpperCase(Locale.ROOT);
        return entered.isEmpty()
                ? null
                : sound(
                        "upn",
                        Upn.parse(entered),
                        "Enter a whole UPN: a letter and 12 more",
                        faults);
    }

    private @Nullable OrganisationCode body(List<Fault> faults) {
        String entered = text(body);
        return entered.isEmpty()
                ? null
                : sound(
                        "body",
                        OrganisationCode.parse(entered),
                        "Choose a body of the list",
                        faults);
    }

    private static <T> @Nullable T sound(
            String field, Parsed<T> parsed, String words, List<Fault> faults) {
        return switch (parsed) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Problem<T> problem -> {
                faults.add(new Fault(field, words));
                yield null;
            }
        };
    }

    private @Nullable MessageId message(List<Fault> faults) {
        try {
            return one(message, text -> new MessageId(UUID.fromString(text)));
        } catch (IllegalArgumentException notOne) {
            faults.add(new Fault("message", "Enter a whole message id, as the delivery shows it"));
            return null;
        }
    }

    @Override
    public String toString() {
        return "SearchForm[not shown]";
    }
}
