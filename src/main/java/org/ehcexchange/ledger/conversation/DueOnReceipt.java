package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.ledger.Receipt;

import java.time.LocalDate;
import java.util.List;

/// What the receipt of a message says is due because of it. Whoever keeps the clocks of a kind of
/// conversation says it of the messages that start them; nobody says it of another's.
public interface DueOnReceipt {

    /// @param today the day on which the message is recorded
    /// @return none where the message starts no clock of this kind, or its day cannot be worked out
    List<Receipt.Due> expected(EhcMessage message, LocalDate today);
}
