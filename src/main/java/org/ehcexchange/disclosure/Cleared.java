package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.directory.Organisation;

import java.util.List;

/// A message that may go to one recipient, already cut down to what that recipient may have.
///
/// Only [Gate] makes one; whatever sends takes one.
public final class Cleared implements Decision {

    private final EhcMessage message;
    private final Organisation recipient;
    private final List<String> withheld;

    Cleared(EhcMessage message, Organisation recipient, List<String> withheld) {
        this.message = message;
        this.recipient = recipient;
        this.withheld = List.copyOf(withheld);
    }

    public EhcMessage message() {
        return message;
    }

    public Organisation recipient() {
        return recipient;
    }

    /// What minimisation took out: one line a field, the JSON pointer and the rule, such as
    /// "/child/upn: the UPN does not travel to health".
    public List<String> withheld() {
        return withheld;
    }
}
