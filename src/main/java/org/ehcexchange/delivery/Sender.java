package org.ehcexchange.delivery;

/// Writes a consignment in a partner's format and sends it; each HTTP channel has one, a Spring
/// bean named `<channel>Sender`.
public interface Sender {

    Sending send(Consignment consignment);
}
