package org.ehcexchange.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The case reference says what each pretend partner answers.
class ReplyTests {

    @Test
    void everyPartnerAdvisesWhenTheReferenceSaysNothing() {
        assertThat(Adviser.values())
                .allSatisfy(
                        adviser ->
                                assertThat(Reply.of("EHC-2027-0001", adviser))
                                        .isEqualTo(Reply.PROVIDED));
    }

    @Test
    void eachLetterSpeaksToOnePartner() {
        assertThat(Reply.of("EHC-2027-0001-SLND", Adviser.SCHOOL)).isEqualTo(Reply.SILENT);
        assertThat(Reply.of("EHC-2027-0001-SLND", Adviser.TRUST)).isEqualTo(Reply.LATE);
        assertThat(Reply.of("EHC-2027-0001-SLND", Adviser.SOCIAL_CARE))
                .isEqualTo(Reply.NOTHING_KNOWN);
        assertThat(Reply.of("EHC-2027-0001-SLND", Adviser.PSYCHOLOGY)).isEqualTo(Reply.DECLINED);
    }
}
