package org.ehcexchange.mapping;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the mappings are.
///
/// @param folder holds one folder per agency; relative to the working directory
@ConfigurationProperties("exchange.mapping")
record MappingSettings(@DefaultValue("mappings") Path folder) {

    MappingSettings {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "exchange.mapping.folder: there is no folder "
                            + folder.toAbsolutePath()
                            + "; start in the folder that holds mappings/, or set the key.");
        }
    }
}
