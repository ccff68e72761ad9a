package org.ehcexchange.documents;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Throws away parts that were abandoned: neither grown nor named by a message for too long.
@Component
class PartSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PartSweep.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final PartRows rows;
    private final FileParts parts;
    private final PartsSettings settings;
    private final InstantSource clock;
    private @Nullable ThreadPoolTaskScheduler scheduler;

    PartSweep(PartRows rows, FileParts parts, PartsSettings settings, InstantSource clock) {
        this.rows = rows;
        this.parts = parts;
        this.settings = settings;
        this.clock = clock;
    }

    void sweep() {
        List<PartRows.Row> abandoned =
                rows.untouchedSince(clock.instant().minus(settings.keepFor()));
        abandoned.forEach(parts::sweep);
        if (!abandoned.isEmpty()) {
            log.info("{} parts that no message named were thrown away", abandoned.size());
        }
    }

    @Override
    public synchronized void start() {
        ThreadPoolTaskScheduler sweeping = new ThreadPoolTaskScheduler();
        sweeping.setThreadNamePrefix("part-sweep-");
        sweeping.setDaemon(true);
        sweeping.initialize();
        var _ = sweeping.scheduleWithFixedDelay(this::sweep, EVERY);
        scheduler = sweeping;
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.shutdown();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
