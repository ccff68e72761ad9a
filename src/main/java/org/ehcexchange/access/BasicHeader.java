package org.ehcexchange.access;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An organisation's code and secret as HTTP Basic carries them.
///
/// OAuth2 clients encode the code's colon (RFC 6749, 2.3.1); browsers and `curl -u` do not. Because
/// every code has exactly one colon, both can be told apart.
///
/// @param encoded whether the code's colon was encoded
record BasicHeader(String code, String secret, boolean encoded) {

    private static final Pattern BASIC = Pattern.compile("(?i:basic) +([A-Za-z0-9+/=]+)");
    private static final Pattern ENCODED = Pattern.compile("([^:]*%3[Aa][^:]*):(.*)");
    private static final Pattern PLAIN = Pattern.compile("([A-Z]+:[^:%]+):(.*)");

    /// Empty when the header is absent or carries no organisation's code.
    static Optional<BasicHeader> read(@Nullable String authorization) {
        Matcher header = BASIC.matcher(authorization == null ? "" : authorization);
        return header.matches() ? decode(header.group(1)) : Optional.empty();
    }

    private static Optional<BasicHeader> decode(String base64) {
        try {
            return parse(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<BasicHeader> parse(String credentials) {
        Matcher encoded = ENCODED.matcher(credentials);
        if (encoded.matches()) {
            return Optional.of(
                    new BasicHeader(decoded(encoded.group(1)), decoded(encoded.group(2)), true));
        }
        Matcher plain = PLAIN.matcher(credentials);
        return plain.matches()
                ? Optional.of(new BasicHeader(plain.group(1), plain.group(2), false))
                : Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return code + ":(secret)";
    }
}
