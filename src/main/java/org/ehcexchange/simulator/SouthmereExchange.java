package org.ehcexchange.simulator;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The neighbouring authority's exchange: a second one in this process, with a port, a database, a
/// broker, documents and keys of its own. It shares nothing with the first but the program.
///
/// It starts beside the story, which needs it last.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class SouthmereExchange implements DisposableBean {

    /// Of the second exchange, which has no pretend partners and starts no third.
    static final String PROFILE = "southmere";

    private final SimulatorSettings settings;
    private final ExchangeAddress northshire;
    private final CompletableFuture<ConfigurableApplicationContext> running =
            new CompletableFuture<>();
    private volatile @Nullable Thread starting;

    SouthmereExchange(SimulatorSettings settings, ExchangeAddress northshire) {
        this.settings = settings;
        this.northshire = northshire;
    }

    @EventListener
    void start(ApplicationReadyEvent event) {
        if (settings.story()) {
            Class<?>[] program =
                    event.getSpringApplication().getAllSources().stream()
                            .filter(Class.class::isInstance)
                            .toArray(Class<?>[]::new);
            starting = Thread.ofPlatform().name("southmere").start(() -> start(program));
        }
    }

    private void start(Class<?>... program) {
        running.completeAsync(
                () ->
                        new SpringApplicationBuilder(program)
                                .profiles("demo", PROFILE)
                                .registerShutdownHook(false)
                                .logStartupInfo(false)
                                .run(arguments()),
                Runnable::run);
    }

    private String[] arguments() {
        Path folder = settings.folder().resolve("southmere");
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("server.port", url().getPort());
        all.put("exchange.directory.folder", "demo/southmere");
        all.put("exchange.directory.home", "LA:999");
        all.put("exchange.database.folder", folder.resolve("postgres"));
        all.put("exchange.broker.folder", folder.resolve("artemis"));
        all.put("exchange.documents.folder", folder.resolve("documents"));
        all.put("exchange.simulator.folder", folder);
        all.put("exchange.simulator.keys", keys());
        all.put("exchange.simulator.northshire-url", northshire.url());
        all.put("exchange.simulator.story", false);
        return all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private Path keys() {
        Path given = settings.keys();
        return given == null ? settings.folder().resolve("keys") : given;
    }

    /// Where it is, or will be.
    URI url() {
        return URI.create("http://localhost:" + settings.southmerePort());
    }

    /// Waits until it listens.
    ///
    /// @throws ExchangeAway when it could not be started
    void await() {
        try {
            running.join();
        } catch (CompletionException e) {
            throw new ExchangeAway("Southmere's exchange did not start: " + e.getCause());
        }
    }

    /// Its broker and database end before the process does.
    @Override
    public void destroy() throws InterruptedException {
        Thread thread = starting;
        if (thread != null) {
            thread.join();
            if (!running.isCompletedExceptionally()) {
                running.join().close();
            }
        }
    }
}
