package org.ehcexchange.mapping;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// In the demo, takes changed mapping files into use within a second or two, without a restart.
@Component
@Profile("demo")
final class MappingReload implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MappingReload.class);

    private final JsonataMappings mappings;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("mapping-reload").factory());
    private volatile boolean running;
    private long seen;

    MappingReload(JsonataMappings mappings) {
        this.mappings = mappings;
        this.seen = fingerprint(mappings.folder());
    }

    /// Reloads when any file was added, removed or changed since the last look.
    void look() {
        long now = fingerprint(mappings.folder());
        if (now == seen) {
            return;
        }
        seen = now;
        try {
            mappings.reload();
            log.info("Mappings reloaded from {}", mappings.folder());
        } catch (BadMappings bad) {
            log.error("Mappings not reloaded; the earlier ones stay in use. {}", bad.getMessage());
        }
    }

    private static long fingerprint(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(MappingReload::fingerprintOf).sum();
        } catch (IOException | java.io.UncheckedIOException changing) {
            return 0;
        }
    }

    private static long fingerprintOf(Path path) {
        var file = path.toFile();
        return (path.hashCode() * 31L + file.lastModified()) * 31 + file.length();
    }

    @Override
    public void start() {
        running = true;
        var unused = executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
