package org.ehcexchange.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// A child who was adopted, or whose record is protected for another reason, is not found through
/// the exchange.
class ProtectedChildTests {

    private static final Facts PROTECTED =
            new Facts(true, List.of(), List.of(), List.of(), List.of());
    private static final Ground ASSESSMENT =
            new Ground(Purpose.EHC_NEEDS_ASSESSMENT, "SEND Regulations 2014, reg. 6(1)", null);

    private final Gate gate = new Gate(DisclosureRules.shipped());

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyIsToldWhereTheChildLives(Role role) {
        Organisation body = Bodies.body("ODS:RN9", role, null, Bodies.TRUST.channel());
        FieldLine rule =
                Tables.shipped().fields().stream()
                        .filter(line -> line.field() == Field.POSTCODE_OF_A_PROTECTED_CHILD)
                        .findFirst()
                        .orElseThrow();
        EhcMessage marked = Scissors.withChild(request(body), Letters.CHILD.asProtected());

        assertThat(rule.concerns(passage(marked, body))).isTrue();
        assertThat(rule.field().in(marked)).containsExactly("/child/postcode");
        assertThat(rule.field().in(request(body))).isEmpty();
    }

    @Test
    void theMessagesOwnMarkWithholdsTheAddressAndGoesWithIt() {
        EhcMessage marked =
                Scissors.withChild(request(Bodies.SOCIAL_CARE), Letters.CHILD.asProtected());

        Cleared cleared = cleared(marked, Facts.NONE);

        assertThat(cleared.message().envelope().child())
                .isEqualTo(Letters.CHILD.asProtected().withoutPostcode());
        assertThat(cleared.withheld())
                .containsExactly(
                        "/child/postcode: where a protected child lives is told to nobody (UK GDPR,"
                                + " art. 5(1)(c) and (f))");
    }

    @Test
    void whoeverIsOnRecordAsProtectedIsMarkedWhateverTheMessageSays() {
        Cleared cleared = cleared(request(Bodies.SOCIAL_CARE), PROTECTED);

        Child child = cleared.message().envelope().child();
        assertThat(child).isEqualTo(Letters.CHILD.asProtected().withoutPostcode());
    }

    @Test
    void clearingAgainChangesNothing() {
        Cleared once = cleared(request(Bodies.SOCIAL_CARE), PROTECTED);

        Cleared again = cleared(once.message(), PROTECTED);

        assertThat(again.message()).isEqualTo(once.message());
        assertThat(again.withheld()).isEmpty();
    }

    @Test
    void documentsKeepTheirLabel() {
        EhcMessage request =
                letters(Bodies.SOCIAL_CARE)
                        .adviceRequest(
                                AdviceType.SOCIAL_CARE,
                                Confidentiality.RESTRICTED,
                                Confidentiality.VERY_RESTRICTED);

        assertThat(cleared(request, PROTECTED).message().envelope().documents())
                .isEqualTo(request.envelope().documents());
    }

    private Cleared cleared(EhcMessage message, Facts facts) {
        Decision decision =
                gate.decide(
                        message,
                        Bodies.NORTHSHIRE,
                        Bodies.SOCIAL_CARE,
                        new Circumstances(Bodies.TODAY, facts));
        assertThat(decision).isInstanceOf(Cleared.class);
        return (Cleared) decision;
    }

    private static Passage passage(EhcMessage message, Organisation recipient) {
        return new Passage(message, Bodies.NORTHSHIRE, recipient, Circumstances.on(Bodies.TODAY));
    }

    private static EhcMessage request(Organisation recipient) {
        return letters(recipient).adviceRequest(AdviceType.SOCIAL_CARE);
    }

    private static Letters letters(Organisation recipient) {
        return new Letters(Bodies.NORTHSHIRE, recipient, ASSESSMENT);
    }
}
