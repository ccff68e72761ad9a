package org.ehcexchange.canonical;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The words of every closed list, put together once: each message reads and writes dozens.
final class CodeWords {

    private static final Map<Code, String> WORDS = new ConcurrentHashMap<>();

    private static final ClassValue<Map<String, Code>> LISTS =
            new ClassValue<>() {
                @Override
                protected Map<String, Code> computeValue(Class<?> type) {
                    return Arrays.stream(type.getEnumConstants())
                            .map(Code.class::cast)
                            .collect(toUnmodifiableMap(Code::code, identity()));
                }
            };

    private CodeWords() {}

    static String of(Code code) {
        return WORDS.computeIfAbsent(code, CodeWords::kebab);
    }

    /// A list's constants by their words.
    static Map<String, Code> known(Class<? extends Code> list) {
        return LISTS.get(list);
    }

    private static String kebab(Code code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
