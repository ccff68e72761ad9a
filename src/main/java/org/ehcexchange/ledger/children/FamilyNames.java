package org.ehcexchange.ledger.children;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// When two people write one family name: without regard to case, accents, apostrophes, hyphens and
/// the order of its parts, and to whether the parts are written together.
final class FamilyNames {

    /// More parts are compared in order only: their orders are too many.
    private static final int MOST_PARTS = 5;

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´′＇ʹʻʼʽʾʿ]");

    /// Accents, and the points of Arabic and Hebrew; not the vowels of Indian scripts and not the
    /// marks that make another kana.
    private static final Pattern ACCENTS =
            Pattern.compile("[[\\p{M}&&[\\p{IsInherited}\\p{IsHebrew}]]&&[^\u3099\u309A]]");

    /// Before it no letter has an accent, and most names have none.
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /// Letters that Unicode does not take apart (ß becomes ss by its capital form).
    private static final Map<Integer, String> LETTERS =
            Map.of(
                    (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ø', "o", (int) 'đ', "d", (int) 'ð',
                    "d", (int) 'ħ', "h", (int) 'ł', "l", (int) 'ŧ', "t", (int) 'þ', "th", (int) 'ı',
                    "i");

    private FamilyNames() {}

    /// What a name is found by: its parts in order, so that "O'Neill-Śmith" and "smith oneill" are
    /// one. A name without a letter is its own key.
    static String key(String name) {
        String plain = folded(name);
        String key =
                BETWEEN_PARTS
                        .splitAsStream(plain)
                        .filter(part -> !part.isEmpty())
                        .sorted()
                        .collect(Collectors.joining(" "));
        return key.isEmpty() ? name.strip() : key;
    }

    /// Changing the case may bring marks to light that a letter had in it.
    private static String folded(String name) {
        return unmarked(oneCase(unmarked(name)))
                .codePoints()
                .mapToObj(c -> LETTERS.getOrDefault(c, Character.toString(c)))
                .collect(Collectors.joining());
    }

    /// By way of the capitals, of which ß has two.
    private static String oneCase(String name) {
        return name.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String unmarked(String name) {
        String joined = APOSTROPHES.matcher(name).replaceAll("");
        return joined.chars().allMatch(c -> c < FIRST_BEYOND_ASCII) ? joined : unaccented(joined);
    }

    private static String unaccented(String joined) {
        String apart = Normalizer.normalize(joined, Normalizer.Form.NFKD);
        return ACCENTS.matcher(APOSTROPHES.matcher(apart).replaceAll("")).replaceAll("");
    }

    /// Whether two names, or keys of names, are one: "Mc Donald" and "McDonald" are.
    static boolean same(String one, String other) {
        String first = key(one);
        String second = key(other);
        return first.equals(second)
                || !Collections.disjoint(writtenTogether(first), writtenTogether(second));
    }

    private static Set<String> writtenTogether(String key) {
        List<String> parts = Arrays.asList(key.split(" "));
        Set<String> written = new HashSet<>();
        if (parts.size() <= MOST_PARTS) {
            addOrders(parts, "", written);
        }
        return written;
    }

    private static void addOrders(List<String> parts, String before, Set<String> written) {
        if (parts.isEmpty()) {
            written.add(before);
        }
        for (int i = 0; i < parts.size(); i++) {
            List<String> rest = new ArrayList<>(parts);
            String next = rest.remove(i);
            addOrders(rest, before + next, written);
        }
    }
}
