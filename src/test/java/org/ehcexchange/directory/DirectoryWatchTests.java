package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The folder is looked at by itself.
class DirectoryWatchTests {

    @Test
    void takesANewFileWithoutBeingAsked(@TempDir Path temp) throws InterruptedException {
        Folders files = new Folders(temp);
        var settings = new DirectorySettings(temp.toString(), "LA:998", Duration.ofMillis(10));
        var events = new LinkedBlockingQueue<Object>();
        var folder = new DirectoryFolder(settings, new MockEnvironment());
        var watch = new DirectoryWatch(new Organisations(folder, events::add), settings);
        watch.start();

        files.write("home.yaml", Folders.HOME.replace("Council", "Unitary Council"));

        assertThat(events.poll(20, TimeUnit.SECONDS)).isInstanceOf(DirectoryChanged.class);
        watch.stop();
        assertThat(watch.isRunning()).isFalse();
    }

    @Test
    void goesOnWatchingWhenAListenerFails(@TempDir Path temp) throws InterruptedException {
        Folders files = new Folders(temp);
        var settings = new DirectorySettings(temp.toString(), "LA:998", Duration.ofMillis(10));
        var events = new LinkedBlockingQueue<Object>();
        var folder = new DirectoryFolder(settings, new MockEnvironment());
        var organisations =
                new Organisations(
                        folder,
                        event -> {
                            events.add(event);
                            throw new IllegalStateException("a listener that fails, on purpose");
                        });
        var watch = new DirectoryWatch(organisations, settings);
        watch.start();

        files.write("home.yaml", Folders.HOME.replace("Council", "Unitary Council"));
        assertThat(events.poll(20, TimeUnit.SECONDS)).isNotNull();
        files.write("home.yaml", Folders.HOME.replace("Council", "Borough Council"));

        assertThat(events.poll(20, TimeUnit.SECONDS)).isNotNull();
        watch.stop();
    }

    @Test
    void staysOffWithAnIntervalOfZero(@TempDir Path temp) {
        Folders files = new Folders(temp);
        var settings = new DirectorySettings(temp.toString(), "LA:998", Duration.ZERO);
        var watch = new DirectoryWatch(files.open(), settings);
        watch.start();

        assertThat(watch.isRunning()).isFalse();
    }
}
