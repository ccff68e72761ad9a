package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.DisclosureKind;
import org.ehcexchange.canonical.MessageType;
import org.ehcexchange.canonical.PlanEvent;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.directory.Role;
import org.junit.jupiter.api.Test;

import java.util.Set;

/// The tables of the gate, whole and read strictly.
class TablesTests {

    private final Tables tables = Tables.shipped();

    @Test
    void acceptsNoMessageThatNamesNoProvision() {
        assertThat(tables.grounds()).noneMatch(line -> line.accepts(null, "a"));
        assertThat(tables.grounds()).allMatch(line -> line.accepts(line.provision(), ""));
    }

    @Test
    void knowAGroundForEveryMessageAndPurpose() {
        assertThat(tables.grounds()).extracting(GroundLine::message).contains(MessageType.values());
        assertThat(tables.grounds()).extracting(GroundLine::purpose).contains(Purpose.values());
    }

    @Test
    void giveEveryKindOfAdviceItsParagraph() {
        assertThat(tables.advisers())
                .extracting(AdviserLine::adviceType)
                .containsExactly(AdviceType.values());
        assertThat(tables.advisers())
                .extracting(AdviserLine::paragraph)
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
    }

    @Test
    void sayWhatEveryGroundOfDisclosureRestsOn() {
        assertThat(tables.disclosures())
                .extracting(DisclosureLine::kind)
                .containsExactly(DisclosureKind.values());
        assertThat(tables.disclosures())
                .filteredOn(line -> line.basis() == Basis.CONSENT)
                .extracting(DisclosureLine::kind)
                .containsExactly(DisclosureKind.CONSENT);
        assertThat(tables.disclosures())
                .extracting(DisclosureLine::paragraph)
                .filteredOn(letter -> !letter.isEmpty())
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i");
    }

    @Test
    void nameEventsForCopiesOfAPlanAndForNothingElse() {
        assertThat(tables.grounds())
                .allSatisfy(
                        line ->
                                assertThat(line.events().isEmpty())
                                        .isNotEqualTo(line.message() == MessageType.PLAN_COPY));
        assertThat(tables.grounds())
                .flatExtracting(GroundLine::events)
                .contains(PlanEvent.values());
    }

    @Test
    void restOnRegulation17OnlyWhatIsDisclosed() {
        assertThat(tables.grounds())
                .filteredOn(line -> line.restsOn() == RestsOn.REGULATION_17)
                .flatExtracting(GroundLine::events)
                .containsExactly(PlanEvent.DISCLOSURE);
    }

    @Test
    void ruleOnEveryFieldThatSomebodyMayNotHave() {
        assertThat(tables.fields()).extracting(FieldLine::field).contains(Field.values());
    }

    @Test
    void refuseToWithholdWhatCannotBeTakenOut() {
        assertThatThrownBy(
                        () ->
                                new FieldLine(
                                        Field.VERY_RESTRICTED_DOCUMENTS,
                                        Set.of(Role.EDUCATION_SETTING),
                                        FieldLine.Then.WITHHOLD,
                                        "because",
                                        "provision",
                                        Set.of()))
                .hasMessageContaining("very-restricted-documents cannot be withheld");
    }

    @Test
    void refuseAWordNobodyKnows() {
        var table = new CsvTable("/disclosure/unknown-word.csv");

        assertThatThrownBy(() -> table.lines(line -> line.several(Role.class, "roles")))
                .hasMessage("/disclosure/unknown-word.csv: unknown word headteacher");
        assertThatThrownBy(() -> table.lines(line -> line.text("empty")))
                .hasMessageContaining("'empty' is empty");
    }
}
