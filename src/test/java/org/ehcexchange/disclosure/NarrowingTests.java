package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.PlanEvent;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// A refusal speaks of the lines that a message comes nearest to, and not of all of them.
class NarrowingTests {

    private static final GroundLine SCHOOL =
            line(
                    Purpose.EHC_PLAN_DISCLOSURE,
                    "An Order, art. 1",
                    Role.AUTHORITY,
                    Role.EDUCATION_SETTING);
    private static final GroundLine TRUST =
            line(
                    Purpose.EHC_PLAN_DISCLOSURE,
                    "An Order, art. 2",
                    Role.AUTHORITY,
                    Role.HEALTH_PROVIDER);
    private static final GroundLine BACK =
            line(
                    Purpose.EHC_PLAN_DISCLOSURE,
                    "An Order, art. 3",
                    Role.HEALTH_PROVIDER,
                    Role.AUTHORITY);
    private static final GroundLine MOVE =
            line(
                    Purpose.EHC_PLAN_TRANSFER,
                    "An Order, art. 4",
                    Role.AUTHORITY,
                    Role.HEALTH_PROVIDER);

    private static final Tables TABLES =
            new Tables(List.of(SCHOOL, TRUST, BACK, MOVE), List.of(), List.of(), List.of());

    private static GroundLine line(Purpose purpose, String provision, Role from, Role to) {
        return new GroundLine(
                purpose,
                MessageType.PLAN_COPY,
                provision,
                Paragraphs.NONE,
                Set.of(from),
                Set.of(to),
                provision.endsWith("2") ? RestsOn.REGULATION_17 : RestsOn.DUTY,
                Set.of(PlanEvent.FINAL_PLAN));
    }

    private static Passage passage(
            Organisation from, Organisation to, Purpose purpose, String provision) {
        return new Passage(
                new Letters(from, to, new Ground(purpose, provision, null))
                        .planCopy(PlanEvent.FINAL_PLAN, 0, Section.A),
                from,
                to,
                Circumstances.on(Bodies.TODAY));
    }

    private static Passage passage(Organisation from, Organisation to, Purpose purpose) {
        return passage(from, to, purpose, "An Order, art. 9");
    }

    @Test
    void judgesTheSenderByTheLinesOfThePurpose() {
        assertThat(
                        TABLES.forSender(
                                passage(
                                        Bodies.NORTHSHIRE,
                                        Bodies.TRUST,
                                        Purpose.EHC_PLAN_TRANSFER)))
                .containsExactly(MOVE);
        assertThat(
                        TABLES.forSender(
                                passage(
                                        Bodies.NORTHSHIRE,
                                        Bodies.TRUST,
                                        Purpose.EHC_PLAN_DISCLOSURE)))
                .containsExactly(SCHOOL, TRUST, BACK);
        assertThat(
                        TABLES.forSender(
                                passage(
                                        Bodies.NORTHSHIRE,
                                        Bodies.TRUST,
                                        Purpose.EHC_NEEDS_ASSESSMENT)))
                .containsExactly(SCHOOL, TRUST, BACK, MOVE);
    }

    @Test
    void judgesTheRecipientByTheLinesOfTheSender() {
        assertThat(
                        TABLES.forRecipient(
                                passage(Bodies.TRUST, Bodies.SCHOOL, Purpose.EHC_PLAN_DISCLOSURE)))
                .containsExactly(BACK);
        assertThat(
                        TABLES.forRecipient(
                                passage(Bodies.SCHOOL, Bodies.TRUST, Purpose.EHC_PLAN_DISCLOSURE)))
                .containsExactly(SCHOOL, TRUST, BACK);
    }

    @Test
    void judgesTheProvisionByTheLinesOfBoth() {
        assertThat(
                        TABLES.forProvision(
                                passage(
                                        Bodies.NORTHSHIRE,
                                        Bodies.TRUST,
                                        Purpose.EHC_PLAN_DISCLOSURE)))
                .containsExactly(TRUST);
        assertThat(
                        TABLES.forProvision(
                                passage(
                                        Bodies.NORTHSHIRE,
                                        Bodies.BOARD,
                                        Purpose.EHC_PLAN_DISCLOSURE)))
                .containsExactly(SCHOOL, TRUST);
    }

    @Test
    void restsOnTheLineWhoseProvisionIsNamedAndElseOnTheStricter() {
        assertThat(rests("An Order, art. 1")).isFalse();
        assertThat(rests("An Order, art. 2")).isTrue();
        assertThat(rests("An Order, art. 9")).isTrue();
    }

    private static boolean rests(String provision) {
        return TABLES.restsOnRegulation17(
                passage(Bodies.NORTHSHIRE, Bodies.TRUST, Purpose.EHC_PLAN_DISCLOSURE, provision));
    }
}
