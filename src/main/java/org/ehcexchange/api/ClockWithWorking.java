package org.ehcexchange.api;

import com.fasterxml.jackson.databind.JsonNode;

import io.swagger.v3.oas.annotations.media.Schema;

import org.ehcexchange.clock.Course;
import org.ehcexchange.timekeeping.RunningClock;

import java.util.List;

/// One running clock with all that explains it.
///
/// @param steps every state it came through or is known to come to, with the legal day it begins
/// @param working how the dates were worked out, as it was explained when the clock was started
record ClockWithWorking(
        ClockLine clock,
        List<Course.Step> steps,
        @Schema(implementation = Object.class) JsonNode working) {

    static ClockWithWorking of(RunningClock clock, JsonNode working) {
        return new ClockWithWorking(ClockLine.of(clock), clock.course().steps(), working);
    }
}
