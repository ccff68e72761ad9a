package org.ehcexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What holds of any web of bodies that close into one another, on every day.
class SuccessionPropertiesTests {

    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final int DAYS = 12;

    /// One body as drawn: when it opens and closes, and whose successors it might have.
    record Drawn(@Nullable Integer opensIn, @Nullable Integer closesIn, Set<Integer> heirs) {}

    @Property
    void everyChainEndsAtOpenBodies(@ForAll("webs") Directory directory, @ForAll("days") int day) {
        LocalDate today = FIRST.plusDays(day);
        assertThat(directory.all())
                .allSatisfy(
                        body ->
                                assertThat(ends(directory.current(body.code(), today)))
                                        .allMatch(end -> end.isOpenOn(today)));
    }

    @Property
    void anOpenBodyStandsForItselfEachDayUntilItCloses(
            @ForAll("webs") Directory directory, @ForAll("days") int day) {
        LocalDate today = FIRST.plusDays(day);
        assertThat(directory.all())
                .allSatisfy(
                        body ->
                                assertThat(
                                                directory.current(body.code(), today)
                                                        instanceof Current.Open)
                                        .isEqualTo(body.isOpenOn(today)));
    }

    @Property
    void aClosedBodyHasAtMostOneThatStandsForIt(
            @ForAll("webs") Directory directory, @ForAll("days") int day) {
        LocalDate today = FIRST.plusDays(day);
        List<OrganisationCode> stoodFor =
                directory.all().stream()
                        .filter(body -> body.isOpenOn(today))
                        .flatMap(body -> directory.standsFor(body.code(), today).stream())
                        .toList();

        assertThat(stoodFor).doesNotHaveDuplicates();
    }

    @Property
    void theWayNamesEachClosedBodyOnceAndStartsWithTheOneAskedFor(
            @ForAll("webs") Directory directory, @ForAll("days") int day) {
        LocalDate today = FIRST.plusDays(day);
        for (Organisation body : directory.all()) {
            if (directory.current(body.code(), today) instanceof Current.Succeeded succeeded) {
                assertThat(succeeded.through())
                        .doesNotHaveDuplicates()
                        .startsWith(body)
                        .noneMatch(closed -> closed.isOpenOn(today));
            }
        }
    }

    @Property
    void aSuccessorOfASuccessorIsASuccessor(
            @ForAll("webs") Directory directory, @ForAll("days") int day) {
        LocalDate today = FIRST.plusDays(day);
        for (Organisation body : directory.all()) {
            if (directory.current(body.code(), today) instanceof Current.Succeeded succeeded) {
                assertThat(succeeded.through())
                        .allSatisfy(
                                link ->
                                        assertThat(ends(directory.current(link.code(), today)))
                                                .containsExactly(succeeded.organisation()));
            }
        }
    }

    @Property
    void whomABodyStandsForIsRememberedAsItWasWorkedOutWhateverDaysAreAsked(
            @ForAll("webs") Directory directory, @ForAll List<@IntRange(max = DAYS) Integer> days) {
        Edition edition = new Edition(1, directory.all());
        for (int day : days) {
            LocalDate today = FIRST.plusDays(day);
            assertThat(directory.all())
                    .allSatisfy(
                            body ->
                                    assertThat(edition.predecessors(body.code(), today))
                                            .isEqualTo(closedInto(directory, body, today)));
        }
    }

    private static List<OrganisationCode> closedInto(
            Directory directory, Organisation body, LocalDate day) {
        return directory.all().stream()
                .map(Organisation::code)
                .filter(
                        code ->
                                directory.current(code, day) instanceof Current.Succeeded succeeded
                                        && succeeded.organisation().equals(body))
                .toList();
    }

    private static List<Organisation> ends(Current current) {
        return switch (current) {
            case Current.Open open -> List.of(open.organisation());
            case Current.Succeeded succeeded -> List.of(succeeded.organisation());
            case Current.Choice choice -> choice.among();
            case Current.Nobody _ -> List.of();
        };
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, DAYS);
    }

    /// Bodies numbered from 0; a body is succeeded by later numbers only, as the folder's check for
    /// rings would have it.
    @Provide
    Arbitrary<Directory> webs() {
        return drawn().list().ofMinSize(1).ofMaxSize(9).map(SuccessionPropertiesTests::directory);
    }

    private static Arbitrary<Drawn> drawn() {
        Arbitrary<Integer> day = Arbitraries.integers().between(1, DAYS);
        return Combinators.combine(
                        day.injectNull(0.7),
                        day.injectNull(0.3),
                        Arbitraries.integers().between(1, 8).set().ofMaxSize(3))
                .as(Drawn::new);
    }

    private static Directory directory(List<Drawn> drawn) {
        List<Organisation> bodies = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            bodies.add(body(i, drawn.get(i), drawn.size()));
        }
        return Directory.of(bodies);
    }

    private static Organisation body(int number, Drawn drawn, int count) {
        LocalDate opensOn = day(drawn.opensIn());
        LocalDate closesOn = day(drawn.closesIn());
        boolean closes = closesOn != null && (opensOn == null || opensOn.isBefore(closesOn));
        Stream<OrganisationCode> heirs =
                drawn.heirs().stream()
                        .map(step -> number + step)
                        .filter(heir -> heir < count)
                        .map(SuccessionPropertiesTests::code);
        return new Organisation(
                code(number),
                "Body " + number,
                Set.of(Role.HEALTH_COMMISSIONER),
                null,
                opensOn,
                closes ? closesOn : null,
                closes ? heirs.toList() : List.of(),
                new Channel.FhirPoll(),
                null);
    }

    private static @Nullable LocalDate day(@Nullable Integer in) {
        return in == null ? null : FIRST.plusDays(in);
    }

    private static OrganisationCode code(int number) {
        return new OrganisationCode("ODS:Q%02d".formatted(number));
    }
}
