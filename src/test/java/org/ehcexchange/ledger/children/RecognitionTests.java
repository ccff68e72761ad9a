package org.ehcexchange.ledger.children;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.NhsNumber;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Upn;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.ledger.children.Recognised.Doubtful;
import org.ehcexchange.ledger.children.Recognised.Same;
import org.ehcexchange.ledger.children.Recognised.Unknown;
import org.ehcexchange.ledger.succession.Parties;
import org.ehcexchange.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whom a first message is about, worked by hand, on a real database.
class RecognitionTests {

    private static final JdbcClient DATABASE = TestDatabase.freshClient();

    private final ChildRows rows =
            new ChildRows(DATABASE, new Parties(Directory.of(List.of()), InstantSource.system()));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/ledger/recognition.csv", delimiter = '|', numLinesToSkip = 1)
    void knowsWhoItIsOrAsksAPerson(
            String name,
            @Nullable String onRecord,
            @Nullable String message,
            String then,
            String released) {
        DATABASE.sql("truncate child cascade").update();
        List<Long> ids = new ArrayList<>();
        for (String each : onRecord == null ? new String[0] : onRecord.split(";")) {
            Described known = Described.as(each);
            ids.add(rows.addAnother(known.child(), known.authority(), Instant.EPOCH));
            open(known, ids.getLast());
        }
        Described asked = Described.as(message == null ? "" : message);
        var found = found(asked);

        assertThat(words(Recognition.of(found, asked.child()), ids)).isEqualTo(then);
        assertThat(
                        Recognition.meant(found, asked.child())
                                .map(known -> place(known, ids))
                                .orElse("new"))
                .isEqualTo(released);
    }

    @Test
    void saysWhyAndNamesNoValue() {
        DATABASE.sql("truncate child cascade").update();
        Described known = Described.as("nhs=9990000018 at=ZZ99_3VZ");
        rows.add(known.child(), known.authority(), Instant.EPOCH);

        assertThat(why("nhs=9990000018 born=2016-04-03"))
                .isEqualTo("the NHS number is on record with another date of birth");
        assertThat(why("nhs=9990000026 at=ZZ99_3VZ"))
                .isEqualTo(
                        "the NHS number is one slip away from another on record with the same date"
                                + " of birth, family name and postcode");
    }

    @Test
    void saysThatTheCaseIsAnothersBesideAnotherDoubt() {
        DATABASE.sql("truncate child cascade").update();
        Described whose = Described.as("nhs=9990000018 case=K-1");
        open(whose, rows.add(whose.child(), whose.authority(), Instant.EPOCH));
        Described other = Described.as("nhs=9990012342 ref=C-2");
        rows.add(other.child(), other.authority(), Instant.EPOCH);

        assertThat(why("nhs=9990056781 ref=C-3 case=K-1"))
                .isEqualTo("the case is on record of another child");
        assertThat(why("nhs=9990012342 ref=C-2 born=2016-04-03 case=K-1"))
                .isEqualTo(
                        "the NHS number is on record with another date of birth; the case is on"
                                + " record of another child");
    }

    private String why(String message) {
        Described asked = Described.as(message);
        return ((Doubtful) Recognition.of(found(asked), asked.child())).why();
    }

    private List<Recognition.Candidate> found(Described asked) {
        String of = asked.ofCase();
        return rows.candidates(
                        asked.child(), asked.authority(), of == null ? null : new CaseReference(of))
                .children();
    }

    private static void open(Described known, long child) {
        if (known.ofCase() != null) {
            DATABASE.sql(
                            """
                            insert into case_file (authority, case_reference, child_id, opened_at)
                            values (:authority, :reference, :child, timestamptz 'epoch')
                            """)
                    .param("authority", known.authority().value())
                    .param("reference", known.ofCase())
                    .param("child", child)
                    .update();
        }
    }

    private static String words(Recognised recognised, List<Long> ids) {
        return switch (recognised) {
            case Same(ChildMatch.Known known) -> place(known, ids);
            case Unknown _ -> "new";
            case Doubtful(String _, List<String> fields) -> String.join(", ", fields);
        };
    }

    private static String place(ChildMatch.Known known, List<Long> ids) {
        return String.valueOf(ids.indexOf(known.id()) + 1);
    }

    /// A child, whose reference it is and perhaps its case, as the table describes them.
    private record Described(Child child, OrganisationCode authority, @Nullable String ofCase) {

        static Described as(String words) {
            Map<String, String> said =
                    Arrays.stream(words.strip().split(" "))
                            .filter(word -> !word.isEmpty())
                            .map(word -> word.split("=", 2))
                            .collect(Collectors.toMap(w -> w[0], w -> w[1].replace('_', ' ')));
            return new Described(
                    new Child(
                            said.getOrDefault("ref", "C-1"),
                            said.containsKey("nhs") ? new NhsNumber(said.get("nhs")) : null,
                            said.containsKey("upn") ? new Upn(said.get("upn")) : null,
                            said.getOrDefault("name", "Sandpiper"),
                            List.of("Robin"),
                            LocalDate.parse(said.getOrDefault("born", "2016-04-02")),
                            null,
                            said.get("at"),
                            false),
                    new OrganisationCode(said.getOrDefault("by", "LA:998")),
                    said.get("case"));
        }
    }
}
