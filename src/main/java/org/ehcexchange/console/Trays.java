package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.worktray.Asked;
import org.ehcexchange.worktray.Tray;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/// Finds the request that a page of the worktray is about; what is not the body's is not there.
@Component
class Trays {

    private final Tray tray;

    Trays(Tray tray) {
        this.tray = tray;
    }

    Asked asked(SignedIn you, UUID id) {
        return Optional.of(you)
                .filter(Trays::has)
                .flatMap(known -> tray.find(known.code(), new ConversationId(id)))
                .orElseThrow(NotThere::answer);
    }

    /// Whether the person's body has a worktray.
    static boolean has(SignedIn you) {
        return Tray.isFor(you.organisation())
                && (you.has(Duty.ADVISER) || you.has(Duty.HEALTH_OFFICER));
    }
}
