package org.ehcexchange.directory;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks at the folder every few seconds and reloads what changed.
///
/// It compares the files' text: mounted volumes give no change events, and swap whole folders.
@Component
class DirectoryWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryWatch.class);

    private final Organisations organisations;
    private final Duration every;
    private @Nullable ScheduledExecutorService executor;

    DirectoryWatch(Organisations organisations, DirectorySettings settings) {
        this.organisations = organisations;
        this.every = settings.watchEvery();
    }

    @Override
    public synchronized void start() {
        if (every.isZero() || executor != null) {
            return;
        }
        executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("directory-watch").factory());
        var _ =
                executor.scheduleWithFixedDelay(
                        this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
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
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
