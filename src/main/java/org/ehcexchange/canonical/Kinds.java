package org.ehcexchange.canonical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The kinds of value that canonical messages are made of.
public final class Kinds {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DATE_FORM = Pattern.compile("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT_FORM =
            Pattern.compile(
                    "(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-5][0-9]:[0-5][0-9]"
                            + "(\\.[0-9]{1,9})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])");

    static final Kind<NhsNumber> NHS_NUMBER =
            Kind.text(NhsNumber::parse, new NhsNumber("9990000018"));
    static final Kind<Upn> UPN = Kind.text(Upn::parse, new Upn("A950000178301"));
    public static final Kind<OrganisationCode> ORGANISATION =
            Kind.text(OrganisationCode::parse, new OrganisationCode("LA:998"));
    public static final Kind<UUID> UNIQUE_ID = Kind.text(Kinds::uuid, new UUID(0, 0));
    public static final Kind<LocalDate> DATE = Kind.text(Kinds::date, LocalDate.EPOCH);
    public static final Kind<OffsetDateTime> MOMENT =
            Kind.text(Kinds::moment, OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    public static final Kind<Child> CHILD = Kind.object(ChildReader::read);
    public static final Kind<Long> SIZE = new SizeKind();

    private Kinds() {}

    public static <E extends Enum<E> & Code> Kind<E> code(Class<E> type) {
        return words(type, Code::code);
    }

    public static <E extends Enum<E>> Kind<E> words(Class<E> type, Function<E, String> word) {
        E[] all = type.getEnumConstants();
        String allowed = Arrays.stream(all).map(word).collect(Collectors.joining(", "));
        Parsed<E> other =
                new Parsed.Problem<>(
                        "This is not one of the words allowed here.",
                        "Use one of: " + allowed + ".");
        return Kind.text(
                text ->
                        Arrays.stream(all)
                                .filter(e -> word.apply(e).equals(text))
                                .findFirst()
                                .<Parsed<E>>map(Parsed.Value::new)
                                .orElse(other),
                all[0]);
    }

    /// At least one of a closed list, each once.
    public static <E extends Enum<E> & Code> Set<E> codes(
            Fields fields, String name, Class<E> type) {
        List<E> read = fields.required(name, Kind.list(code(type), 1, 100));
        if (!fields.sound(name)) {
            return EnumSet.noneOf(type);
        }
        Set<E> once = EnumSet.copyOf(read);
        if (once.size() < read.size()) {
            fields.at(name).note("The list says a word twice.", "Send each word once.");
        }
        return once;
    }

    private static Parsed<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches()
                ? new Parsed.Value<>(UUID.fromString(text))
                : new Parsed.Problem<>(
                        "This is not a UUID.",
                        "Send a UUID, such as 8f7eb96e-3e5b-4967-99a1-ae75d84ca3e2.");
    }

    private static Parsed<LocalDate> date(String text) {
        try {
            if (DATE_FORM.matcher(text).matches()) {
                return new Parsed.Value<>(LocalDate.parse(text));
            }
        } catch (DateTimeException _) {
            // A day that does not exist, such as 30 February: the same answer as any other text.
        }
        return new Parsed.Problem<>(
                "This is not a date between 1900 and 2099.",
                "Send a date as year-month-day, such as 2026-01-05.");
    }

    private static Parsed<OffsetDateTime> moment(String text) {
        try {
            if (INSTANT_FORM.matcher(text).matches()) {
                return new Parsed.Value<>(OffsetDateTime.parse(text));
            }
        } catch (DateTimeException _) {
            // As for a date.
        }
        return new Parsed.Problem<>(
                "This is not a date and time with an offset.",
                "Send it with seconds and an offset, such as 2026-07-15T09:00:00+01:00.");
    }
}
