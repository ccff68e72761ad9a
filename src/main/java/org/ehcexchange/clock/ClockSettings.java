package org.ehcexchange.clock;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the law's time limits are read from.
///
/// @param rules the folder with one YAML file a version of a rule: a path on disk, or
///     `classpath:` and a path inside the program
@ConfigurationProperties("exchange.clock")
public record ClockSettings(@DefaultValue("classpath:rules/clock") String rules) {

    /// As a pattern of files.
    String files() {
        return (rules.contains(":") ? rules : "file:" + rules) + "/*.yaml";
    }
}
