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
    private final List<String> notes;

    Cleared(EhcMessage message, Organisation recipient, List<String> withheld, List<String> notes) {
        this.message = message;
        this.recipient = recipient;
        this.withheld = List.copyOf(withheld);
        this.notes = List.copyOf(notes);
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

    /// What does not stop it and a person should know all the same, such as an objection noted;
    /// one line each, without personal data.
    public List<String> notes() {
        return notes;
    }
}
