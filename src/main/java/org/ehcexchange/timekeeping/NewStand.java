package org.ehcexchange.timekeeping;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/// How a clock stands from now on, by the names of its columns.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record NewStand(UUID id, String state, LocalDate since, @Nullable LocalDate turnsOn) {

    static NewStand of(UUID clock, Stand stand) {
        return new NewStand(clock, stand.state().code(), stand.since(), stand.turnsOn());
    }
}
