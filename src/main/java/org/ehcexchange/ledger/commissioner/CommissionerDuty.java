package org.ehcexchange.ledger.commissioner;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.ledger.commissioner.CommissionerClocks.Duty;
import org.jspecify.annotations.Nullable;

/// The duty that a notification meets.
final class CommissionerDuty {

    private CommissionerDuty() {}

    static Duty of(CommissionerNotification told) {
        return of(told, null);
    }

    static Duty of(CommissionerNotification told, @Nullable CaseReference plan) {
        return new Duty(
                told.envelope().conversationId(),
                told.authorities().old(),
                plan,
                told.cause(),
                told.envelope().from());
    }
}
