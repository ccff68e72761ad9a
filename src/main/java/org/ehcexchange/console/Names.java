package org.ehcexchange.console;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.time.LocalDate;

/// What bodies are called, and what day it is.
@Component
class Names {

    private final Directory directory;
    private final InstantSource clock;

    Names(Directory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /// The name, or the code of a body that left the directory.
    String of(OrganisationCode code) {
        return directory.find(code).map(Organisation::name).orElse(code.value());
    }

    /// Europe/London
    LocalDate today() {
        return LondonDay.of(clock.instant());
    }
}
