package org.ehcexchange.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A stray log line of a message, or of a part of it, tells nobody anything about a child.
class PersonalDataTests {

    /// Text that is no secret; every other text in a message is taken for personal.
    private static final Set<String> PUBLIC = Set.of("sha256", "mediaType", "provision");

    @Provide
    Arbitrary<EhcMessage> messages() {
        return EhcMessages.all();
    }

    @Property(tries = 200)
    void noPartOfAMessageShowsPersonalData(@ForAll("messages") EhcMessage message) {
        List<Record> parts = parts(message).toList();
        List<String> personal = parts.stream().flatMap(PersonalDataTests::personal).toList();
        assertThat(personal).isNotEmpty();
        for (Record part : parts) {
            if (!(part instanceof OrganisationCode) && !(part instanceof CaseReference)) {
                assertThat(part.toString()).doesNotContain(personal);
            }
        }
    }

    private static Stream<Record> parts(Object value) {
        return switch (value) {
            case Record part ->
                    Stream.concat(
                            Stream.of(part),
                            components(part).values().stream().flatMap(PersonalDataTests::parts));
            case Collection<?> many -> many.stream().flatMap(PersonalDataTests::parts);
            default -> Stream.empty();
        };
    }

    private static Stream<String> personal(Record part) {
        if (part instanceof OrganisationCode || part instanceof CaseReference) {
            return Stream.empty();
        }
        return components(part).entrySet().stream()
                .filter(component -> !PUBLIC.contains(component.getKey()))
                .flatMap(component -> texts(part, component.getValue()))
                .filter(text -> text.length() > 4);
    }

    private static Stream<String> texts(Record part, Object value) {
        return switch (value) {
            case String text -> Stream.of(text);
            case LocalDate date when part instanceof Child -> Stream.of(date.toString());
            case Collection<?> many -> many.stream().flatMap(each -> texts(part, each));
            case Map<?, ?> map -> map.values().stream().flatMap(each -> texts(part, each));
            default -> Stream.empty();
        };
    }

    private static Map<String, Object> components(Record part) {
        Map<String, Object> components = new LinkedHashMap<>();
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(part);
                if (value != null) {
                    components.put(component.getName(), value);
                }
            } catch (ReflectiveOperationException e) {
                fail("cannot look into " + part.getClass(), e);
            }
        }
        return components;
    }
}
