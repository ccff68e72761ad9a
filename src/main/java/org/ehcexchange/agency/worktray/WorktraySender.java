package org.ehcexchange.agency.worktray;

import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.Sender;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel;
import org.springframework.stereotype.Component;

/// Puts a message into its recipient's worktray.
///
/// The tray is kept here, so what the ledger has cleared is there at once: the body has received
/// it, whether or not one of its people has opened it, and its time begins to run.
@Component("worktraySender")
class WorktraySender implements Sender {

    @Override
    public Sending send(Consignment consignment) {
        return consignment.recipient().channel() instanceof Channel.Worktray
                ? new Sending.Sent("in the worktray", null)
                : new Sending.Failed(
                        "%s no longer has a worktray; replay the delivery to use its new channel"
                                .formatted(consignment.recipient().code()));
    }
}
