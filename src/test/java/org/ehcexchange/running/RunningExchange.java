package org.ehcexchange.running;

import org.ehcexchange.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An exchange started inside the test's own process, whole, on a free port, with data of its own.
public final class RunningExchange implements AutoCloseable {

    /// Let go of when closed: a test's static field would keep a whole exchange in memory until the
    /// last test.
    private @Nullable ConfigurableApplicationContext context;

    private RunningExchange(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Starts one with the given data and directory folders and further settings.
    public static RunningExchange start(Path data, Path directory, Map<String, Object> settings) {
        String[] arguments =
                settings(data, directory, settings).entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        return new RunningExchange(new SpringApplicationBuilder(Exchange.class).run(arguments));
    }

    /// Everything an exchange of a test's own is told; what the test gives wins.
    static Map<String, Object> settings(Path data, Path directory, Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("server.port", 0);
        all.put("exchange.directory.folder", directory.toString());
        all.put("exchange.directory.home", "LA:998");
        all.put("exchange.database.folder", data.resolve("postgres"));
        all.put("exchange.broker.folder", data.resolve("artemis"));
        all.put("exchange.documents.folder", data.resolve("documents"));
        all.put("exchange.delivery.first-retry", "100ms");
        all.put("exchange.delivery.longest-retry", "400ms");
        all.put("exchange.delivery.first-probe", "200ms");
        all.put("exchange.delivery.longest-probe", "500ms");
        all.put("exchange.delivery.look", "50ms");
        all.put("PARTNER_TOKEN", "a-token-for-tests");
        for (String port : List.of("sftp", "fhir", "http", "southmere")) {
            all.put("exchange.simulator." + port + "-port", 0);
        }
        all.putAll(settings);
        FreshDatabase.in(Path.of(String.valueOf(all.get("exchange.database.folder"))));
        return all;
    }

    private ConfigurableApplicationContext context() {
        return Objects.requireNonNull(context, "closed");
    }

    public <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context().getBean(name, type);
    }

    public int port() {
        return context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public String url(String path) {
        return "http://localhost:" + port() + path;
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    /// Writes one organisation's directory file.
    public static void organisation(Path folder, String name, String yaml) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
