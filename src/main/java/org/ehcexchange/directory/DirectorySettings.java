package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;

/// Where the directory is read from and whose exchange this is.
///
/// @param folder the folder with one YAML file an organisation
/// @param home the code of the authority that runs this exchange, such as `LA:998`
/// @param watchEvery how often the folder is looked at for changes; zero turns it off
@ConfigurationProperties("exchange.directory")
public record DirectorySettings(Path folder, String home, Duration watchEvery) {

    // The folder is bound as text: for a Path Spring would look on the class path first.
    @ConstructorBinding
    public DirectorySettings(
            @DefaultValue("directory") String folder,
            String home,
            @DefaultValue("5s") Duration watchEvery) {
        this(Path.of(folder), home, watchEvery);
    }

    public DirectorySettings {
        if (isNotACode(home)) {
            throw new IllegalArgumentException(
                    "exchange.directory.home is missing or not a code: set it to that of the"
                            + " authority that runs this exchange, such as LA:998");
        }
        if (watchEvery.isNegative()) {
            throw new IllegalArgumentException(
                    "exchange.directory.watch-every is negative: give a duration such as 5s, or 0"
                            + " to turn watching off");
        }
    }

    private static boolean isNotACode(@Nullable String text) {
        return text == null || !(OrganisationCode.parse(text) instanceof Parsed.Value<?>);
    }
}
