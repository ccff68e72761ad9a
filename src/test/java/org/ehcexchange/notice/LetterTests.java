package org.ehcexchange.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.CaseReference;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;

/// What an email says.
class LetterTests {

    private static final NoticeSettings SETTINGS =
            new NoticeSettings(
                    "no-reply@council.example",
                    URI.create("https://ehc.council.example"),
                    Duration.ofSeconds(30),
                    LocalTime.of(7, 0),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(30),
                    Duration.ofDays(3));

    private static final Sighting.There REQUEST =
            new Sighting.There(
                    Stage.NEW_REQUEST.words(),
                    new CaseReference("EHC-2026-0413"),
                    "Asked by: Northshire County Council",
                    LocalDate.of(2027, 1, 4),
                    "/worktray/11111111-2222-4333-8444-555555555555");

    private static final Sighting.There DUTY =
            new Sighting.There("Overdue: final", null, "For: Northshire", null, "/");

    @Test
    void saysStageCaseWhoAskedDueDayAndLink() {
        Letter letter = Letter.of(List.of(REQUEST), "Brookside Nursery School", SETTINGS);

        assertThat(letter.subject())
                .isEqualTo("New request for advice: EHC-2026-0413, due 4 Jan 2027");
        assertThat(letter.body())
                .isEqualTo(
                        """
                        New request for advice
                        Case reference: EHC-2026-0413
                        Asked by: Northshire County Council
                        Due: 4 Jan 2027
                        https://ehc.council.example/worktray/11111111-2222-4333-8444-555555555555

                        --
                        Brookside Nursery School gave this address for notices of the EHC exchange. They name no child: sign in to see
                        more. Nobody reads answers to this email. To stop the notices or change the address, ask
                        whoever keeps your organisation's entry in the directory.
                        """);
    }

    @Test
    void leavesOutWhatThereIsNot() {
        Letter letter = Letter.of(List.of(DUTY), "Northshire", SETTINGS);

        assertThat(letter.subject()).isEqualTo("Overdue: final");
        assertThat(letter.body())
                .startsWith("Overdue: final\nFor: Northshire\nhttps://ehc.council.example/\n\n--");
    }

    @Test
    void tellsManyThingsInOneAndLeadsToTheRest() {
        Letter two = Letter.of(List.of(REQUEST, DUTY), "Northshire", SETTINGS);
        Letter many = Letter.of(Collections.nCopies(52, DUTY), "Northshire", SETTINGS);

        assertThat(two.subject()).isEqualTo("2 things wait for you in the EHC exchange");
        assertThat(two.body()).contains("555555555555\n\nOverdue: final\n");
        assertThat(many.body()).contains("\n\nAnd 12 more, on the page Today:\n");
        assertThat(many.body().split("Overdue: final", -1)).hasSize(40 + 1);
    }
}
