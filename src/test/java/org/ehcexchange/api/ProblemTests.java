package org.ehcexchange.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Every problem is explained where callers look for it.
class ProblemTests {

    @ParameterizedTest
    @EnumSource
    void isExplained(Problem problem) throws IOException {
        String word = problem.type().toString().replace("urn:ehc-exchange:problem:", "");

        assertThat(Files.readString(Path.of("docs/problems.md")))
                .contains("| `%s` | %d |".formatted(word, problem.status().value()));
    }

    @Test
    void isOurMistakeWhenNoneHasTheStatus() {
        assertThat(Problem.of(HttpStatus.I_AM_A_TEAPOT)).isEqualTo(Problem.BROKEN);
        assertThat(Problem.of(HttpStatus.BAD_REQUEST)).isEqualTo(Problem.MALFORMED);
    }

    @Test
    void saysHowManyThingsAreWrong() {
        var violation = new Violation("/a", "It is wrong.", "Put it right.");

        assertThat(Problem.INVALID.detail(List.of(violation)).getDetail())
                .isEqualTo("It is wrong.");
        assertThat(Problem.INVALID.detail(List.of(violation, violation)).getDetail())
                .startsWith("2 things are wrong");
    }
}
