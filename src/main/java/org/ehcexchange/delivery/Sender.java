package org.ehcexchange.delivery;

import java.util.List;

/// Writes a consignment in a partner's format and sends it; each HTTP channel has one, a Spring
/// bean named `<channel>Sender`.
public interface Sender {

    Sending send(Consignment consignment);

    /// Writes it as it would be sent and reads that back strictly, without sending it; nothing is
    /// written where people read it here.
    default Rehearsed rehearse(Consignment consignment) {
        return new Rehearsed("as its people read it", List.of());
    }
}
