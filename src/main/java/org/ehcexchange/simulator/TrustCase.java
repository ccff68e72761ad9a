package org.ehcexchange.simulator;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// One request at the trust, with the version its Task has reached.
final class TrustCase {

    private final TrustMessage request;
    private final AtomicInteger version;
    private final AtomicBoolean closed = new AtomicBoolean();

    TrustCase(TrustMessage request) {
        this.request = request;
        this.version = new AtomicInteger(request.version());
    }

    TrustMessage request() {
        return request;
    }

    /// The council's copy of the Task may carry a higher version than the trust's own.
    void sawVersion(int other) {
        version.accumulateAndGet(other, Math::max);
    }

    int nextVersion() {
        return version.incrementAndGet();
    }

    void close() {
        closed.set(true);
    }

    boolean isClosed() {
        return closed.get();
    }
}
