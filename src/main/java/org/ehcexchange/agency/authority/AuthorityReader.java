package org.ehcexchange.agency.authority;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.mapping.StrictJson;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/// Reads canonical JSON strictly.
@Component("authorityReader")
class AuthorityReader {

    private static final List<Violation> SOMEBODY_ELSE =
            List.of(
                    new Violation(
                            "/from",
                            "The message is from another organisation than the one signed in.",
                            "Send it with the credentials of the organisation it is from."));

    public Arrival.Result read(Arrival arrival) {
        return switch (StrictJson.read(arrival.body())) {
            case StrictJson.NotJson(Violation why) -> arrival.unread(Fault.MALFORMED, List.of(why));
            case StrictJson.Tree(Map<String, Object> tree) -> read(arrival, tree);
        };
    }

    /// Who sent it comes first: nobody is told what is wrong with a message in another's name.
    private static Arrival.Result read(Arrival arrival, Map<String, Object> tree) {
        if (tree.get("from") instanceof String from && !from.equals(arrival.sender().value())) {
            return arrival.unread(Fault.FORBIDDEN, SOMEBODY_ELSE);
        }
        return switch (CanonicalReader.read(tree)) {
            case Reading.Valid valid -> arrival.read(valid.message());
            case Reading.Invalid invalid -> arrival.unread(Fault.INVALID, invalid.violations());
        };
    }
}
