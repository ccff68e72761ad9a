package org.ehcexchange.console;

import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.console.Card.Attachment;
import org.ehcexchange.console.Card.Parcel;
import org.ehcexchange.console.Card.Script;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.ledger.reading.Conversations.Attempt;
import org.ehcexchange.ledger.reading.Conversations.Shipment;
import org.ehcexchange.ledger.reading.Paper;
import org.ehcexchange.ledger.reading.Paper.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/// Puts one message on a page: what it says, and all that is kept beside it.
@Component
class Cards {

    private final Sheets sheets;
    private final Names names;

    Cards(Sheets sheets, Names names) {
        this.sheets = sheets;
        this.names = names;
    }

    /// @param shipments of the whole conversation
    Card of(Paper paper, List<Shipment> shipments) {
        Envelope envelope = paper.message().envelope();
        Writing original = paper.original();
        return new Card(
                Words.plain(paper.message().type().code()),
                names.of(envelope.from()),
                names.of(envelope.to()),
                sheets.of(paper.message()),
                envelope.documents().stream().map(Cards::attachment).toList(),
                paper.judgement().reasons().stream().map(Cards::words).toList(),
                paper.judgement().withheld(),
                paper.judgement().remarks(),
                receipt(paper.receipt()),
                shipments.stream()
                        .filter(parcel -> parcel.messageId().equals(envelope.messageId()))
                        .map(this::parcel)
                        .toList(),
                original == null ? null : script("As it came (" + paper.door() + ")", original),
                paper.went().stream()
                        .map(went -> script("As it went to " + names.of(went.to()), went.writing()))
                        .toList());
    }

    static Attachment attachment(DocumentReference document) {
        Confidentiality label = document.confidentiality();
        return new Attachment(
                document.id().toString(),
                document.title(),
                Words.file(document.mediaType(), document.size())
                        + (label == null || label == Confidentiality.NORMAL
                                ? ""
                                : ", " + label.code().replace('-', ' ')));
    }

    private static String words(Violation reason) {
        return "%s %s".formatted(reason.problem(), reason.remedy());
    }

    private static Card.@Nullable Receipt receipt(@Nullable Receipt receipt) {
        return receipt == null
                ? null
                : new Card.Receipt(
                        Words.moment(receipt.acceptedAt()),
                        Words.plain(receipt.status()),
                        receipt.note(),
                        receipt.sha256());
    }

    private Parcel parcel(Shipment shipment) {
        return new Parcel(
                names.of(shipment.to()),
                "%s since %s, %s"
                        .formatted(
                                Words.delivery(shipment.state()),
                                Words.moment(shipment.since()),
                                shipment.channel()),
                shipment.reason(),
                shipment.attempts().stream().map(Cards::attempt).toList());
    }

    private static String attempt(Attempt attempt) {
        String detail = attempt.detail();
        return "Attempt %d, %s: %s%s"
                .formatted(
                        attempt.number(),
                        Words.moment(attempt.at()),
                        attempt.result(),
                        detail == null ? "" : " – " + detail);
    }

    private static Script script(String what, Writing writing) {
        return new Script(
                "%s, %s%s"
                        .formatted(
                                what,
                                Words.size(writing.size()),
                                writing.whole() ? "" : ", its beginning"),
                writing.text());
    }
}
