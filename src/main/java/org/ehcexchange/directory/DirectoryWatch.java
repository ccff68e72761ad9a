package org.ehcexchange.directory;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

import java.time.Duration;

/// Looks at the folder every few seconds and reloads what changed.
///
/// It compares the files' text: mounted volumes give no change events, and swap whole folders.
@Component
class DirectoryWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryWatch.class);

    private final Organisations organisations;
    private final Duration every;
    private @Nullable ThreadPoolTaskScheduler scheduler;

    DirectoryWatch(Organisations organisations, DirectorySettings settings) {
        this.organisations = organisations;
        this.every = settings.watchEvery();
    }

    @Override
    public synchronized void start() {
        if (every.isZero() || scheduler != null) {
            return;
        }
        // This scheduler logs a failing listener and goes on; a plain executor would stop in
        // silence.
        ThreadPoolTaskScheduler watching = new ThreadPoolTaskScheduler();
        watching.setThreadNamePrefix("directory-watch-");
        watching.setDaemon(true);
        watching.initialize();
        var _ = watching.scheduleWithFixedDelay(this::look, every);
        scheduler = watching;
    }

    private void look() {
        organisations.reloadIfTouched().ifPresent(DirectoryWatch::report);
    }

    private static void report(Reload reload) {
        switch (reload) {
            case Reload.Replaced(var change) ->
                    LOG.info(
                            "Directory reloaded, version {}: {} added, {} changed, {} removed",
                            change.version(),
                            change.added(),
                            change.changed(),
                            change.removed());
            case Reload.Refused(var problems) ->
                    LOG.error("Directory not reloaded, the old one stays in use: {}", problems);
        }
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
