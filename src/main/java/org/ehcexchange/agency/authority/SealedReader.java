package org.ehcexchange.agency.authority;

import org.ehcexchange.documents.Parts;
import org.ehcexchange.documents.Parts.Adopting;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.sealing.Flaw;
import org.ehcexchange.sealing.Jws;
import org.ehcexchange.sealing.SealedMessage;
import org.ehcexchange.sealing.Type;
import org.springframework.stereotype.Component;

import java.util.List;

/// Opens a sealed message whose signature the door has checked: payload, manifest, every part, and
/// the canonical message must agree.
@Component("sealedReader")
class SealedReader {

    private final Parts parts;

    SealedReader(Parts parts) {
        this.parts = parts;
    }

    public Arrival.Result read(Arrival arrival) {
        return switch (Jws.read(arrival.body(), Type.MESSAGE)) {
            case Jws.Reading.Unreadable(var flaws) -> unread(arrival, Fault.MALFORMED, flaws);
            case Jws.Reading.Read(var jws) ->
                    switch (SealedMessage.open(jws)) {
                        case SealedMessage.Opening.Flawed(var flaws) ->
                                unread(arrival, Fault.INVALID, flaws);
                        case SealedMessage.Opening.Opened(var sealed) -> read(arrival, sealed);
                    };
        };
    }

    /// Nothing is received until every part is here.
    private Arrival.Result read(Arrival arrival, SealedMessage sealed) {
        var documents = sealed.message().envelope().documents();
        return switch (parts.adopt(arrival.sender(), documents)) {
            case Adopting.Adopted _ -> arrival.read(sealed.message());
            case Adopting.Missing(var violations) -> arrival.unread(Fault.INVALID, violations);
        };
    }

    private static Arrival.Result unread(Arrival arrival, Fault fault, List<Flaw> flaws) {
        return arrival.unread(fault, flaws.stream().map(Flaw::violation).toList());
    }
}
