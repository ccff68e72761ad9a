package org.ehcexchange.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.util.function.Function;

/// Identifiers know a mistyped one, and one that was put in another's place.
class IdentifierTests {

    @ParameterizedTest
    @CsvFileSource(resources = "/canonical/identifiers.csv", useHeadersInDisplayName = true)
    void knowsValidFromInvalid(String kind, String text, String problem) {
        Parsed<?> parsed = parser(kind).apply(text == null ? "" : text);
        if (problem == null) {
            assertThat(parsed).isInstanceOf(Parsed.Value.class);
        } else {
            assertThat(parsed)
                    .isInstanceOfSatisfying(
                            Parsed.Problem.class,
                            bad -> assertThat(bad.problem()).isEqualTo(problem));
        }
    }

    @Provide
    Arbitrary<NhsNumber> nhsNumbers() {
        return SyntheticChildren.nhsNumbers();
    }

    @Provide
    Arbitrary<Upn> upns() {
        return SyntheticChildren.upns();
    }

    @Property(tries = 200)
    void oneWrongDigitIsNeverAnNhsNumber(@ForAll("nhsNumbers") NhsNumber number) {
        for (int i = 0; i < 10; i++) {
            char[] digits = number.value().toCharArray();
            digits[i] = (char) ('0' + (digits[i] - '0' + 1) % 10);
            assertThat(NhsNumber.parse(new String(digits))).isInstanceOf(Parsed.Problem.class);
        }
    }

    @Property(tries = 200)
    void twoSwappedCharactersAreNeverAUpn(@ForAll("upns") Upn upn) {
        for (int i = 1; i < 11; i++) {
            char[] text = upn.value().toCharArray();
            char swapped = text[i];
            text[i] = text[i + 1];
            text[i + 1] = swapped;
            if (text[i] != swapped) {
                assertThat(Upn.parse(new String(text))).isInstanceOf(Parsed.Problem.class);
            }
        }
    }

    @Property(tries = 2000)
    void noNumberIsBothAnNhsNumberAndAUln(
            @ForAll @Chars({'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'}) @StringLength(10)
                    String digits) {
        assertThat(CheckDigits.isNhsNumber(digits) && CheckDigits.isUln(digits)).isFalse();
    }

    @Example
    void anIdentifierOfTheWrongKindIsNotShownWhenItIsRefused() {
        assertRefusedUnseen("9276308686", NhsNumber::new, "This is a ULN, not an NHS number.");
        assertRefusedUnseen("9990000018", Uln::new, "This is an NHS number, not a ULN.");
        assertRefusedUnseen("9990000018", Upn::new, "This is an NHS number, not a UPN.");
        assertRefusedUnseen("somebody", OrganisationCode::new, "not an organisation code");
    }

    @Example
    void anOrganisationSaysItsSchemeAndItsCode() {
        OrganisationCode service = new OrganisationCode("SVC:northshire-eps");
        assertThat(service.scheme()).isEqualTo("SVC");
        assertThat(service.id()).isEqualTo("northshire-eps");
    }

    private static void assertRefusedUnseen(
            String text, Function<String, ?> identifier, String problem) {
        assertThatExceptionOfType(InvalidIdentifier.class)
                .isThrownBy(() -> identifier.apply(text))
                .withMessageContaining(problem)
                .withMessageNotContaining(text);
    }

    private static Function<String, Parsed<?>> parser(String kind) {
        return switch (kind) {
            case "nhs-number" -> NhsNumber::parse;
            case "upn" -> Upn::parse;
            case "uln" -> Uln::parse;
            case "organisation" -> OrganisationCode::parse;
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
