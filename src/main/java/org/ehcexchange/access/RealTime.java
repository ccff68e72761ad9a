package org.ehcexchange.access;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;

/// The time that keys, tokens and signatures live in: the machine's, whatever the demo's clock
/// says.
@Component
public class RealTime {

    private final InstantSource source;

    RealTime() {
        this(InstantSource.system());
    }

    /// For tests, which let time stand still.
    public RealTime(InstantSource source) {
        this.source = source;
    }

    public Instant instant() {
        return source.instant();
    }
}
