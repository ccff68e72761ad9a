package org.ehcexchange.ledger.reading;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Receipt;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// One message of a conversation with all that is kept beside it, as its reader may see it.
///
/// @param standing what became of it, such as `accepted` or `held`
/// @param door where it came in, such as `canonical` or `fhir`
/// @param receipt only for who sent it
/// @param original the bytes as they came; absent where they are not for this reader
/// @param went the bytes as they went, to each recipient; empty where they are not for this reader
///     or were not kept
public record Paper(
        EhcMessage message,
        Instant acceptedAt,
        String standing,
        String door,
        @Nullable Receipt receipt,
        Judgement judgement,
        @Nullable Writing original,
        List<Went> went) {

    public Paper {
        went = List.copyOf(went);
    }

    /// What the gate made of it.
    ///
    /// @param reasons of a refusal
    /// @param withheld names of the fields that were taken out on the way
    /// @param remarks what stopped nothing and should be known
    public record Judgement(List<Violation> reasons, List<String> withheld, List<String> remarks) {

        static final Judgement NOT_SHOWN = new Judgement(List.of(), List.of(), List.of());

        public Judgement {
            reasons = List.copyOf(reasons);
            withheld = List.copyOf(withheld);
            remarks = List.copyOf(remarks);
        }
    }

    /// Bytes, read as text.
    ///
    /// @param text the beginning, where there is more than a page can show
    /// @param size of the whole, in bytes
    public record Writing(String text, boolean whole, long size) {

        @Override
        public String toString() {
            return "Writing[not shown]";
        }
    }

    /// What one recipient was sent.
    public record Went(OrganisationCode to, Writing writing) {}

    @Override
    public String toString() {
        return "Paper[" + message + "]";
    }
}
