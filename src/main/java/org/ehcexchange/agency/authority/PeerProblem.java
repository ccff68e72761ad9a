package org.ehcexchange.agency.authority;

import org.ehcexchange.mapping.StrictJson;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What another exchange says is wrong, as far as it may be repeated: its word and where, never its
/// sentences, which could name a child in our log.
///
/// @param word of the problem; absent when it answered something else
/// @param pointers into what was sent
/// @param given the receipt that came with it, as text; absent when none did
record PeerProblem(@Nullable String word, List<String> pointers, @Nullable String given) {

    private static final Pattern TYPE = Pattern.compile("urn:ehc-exchange:problem:([a-z-]{1,40})");
    private static final Pattern POINTER = Pattern.compile("(/[A-Za-z0-9._~-]{1,40}){1,8}");
    private static final int MOST = 5;

    /// It does not know our key, or our clock: true of every message until somebody acts.
    private static final Set<String> ABOUT_US =
            Set.of("unknown-sender", "unknown-key", "early-key", "expired-key", "clock");

    static PeerProblem read(byte[] body) {
        return StrictJson.read(body) instanceof StrictJson.Tree(var tree)
                ? new PeerProblem(word(tree.get("type")), pointers(tree), text(tree.get("receipt")))
                : new PeerProblem(null, List.of(), null);
    }

    private static @Nullable String word(@Nullable Object type) {
        Matcher matcher = TYPE.matcher(String.valueOf(type));
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static List<String> pointers(Map<String, Object> tree) {
        return tree.get("violations") instanceof List<?> violations
                ? violations.stream()
                        .filter(Map.class::isInstance)
                        .map(violation -> String.valueOf(((Map<?, ?>) violation).get("pointer")))
                        .filter(pointer -> POINTER.matcher(pointer).matches())
                        .limit(MOST)
                        .toList()
                : List.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    Optional<String> receipt() {
        return Optional.ofNullable(given);
    }

    boolean isAboutUs() {
        return word != null && ABOUT_US.contains(word);
    }

    /// Such as ` (manifest at /manifest/parts/3)`; "" when nothing usable was said.
    String words() {
        if (word == null) {
            return "";
        }
        return pointers.isEmpty()
                ? " (%s)".formatted(word)
                : " (%s at %s)".formatted(word, String.join(", ", pointers));
    }
}
