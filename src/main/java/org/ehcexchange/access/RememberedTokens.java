package org.ehcexchange.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import java.time.Duration;

/// Checks a token's signature once and remembers it for a minute; its time is checked at every
/// call.
///
/// A partner uses one token for minutes, and checking a signature costs as much as reading a
/// message.
final class RememberedTokens implements JwtDecoder {

    private static final Duration REMEMBER = Duration.ofMinutes(1);
    private static final int MOST = 1000;

    private final Cache<String, Jwt> checked =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBER).build();
    private final JwtDecoder slow;
    private final OAuth2TokenValidator<Jwt> validator;

    RememberedTokens(JwtDecoder slow, OAuth2TokenValidator<Jwt> validator) {
        this.slow = slow;
        this.validator = validator;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = checked.getIfPresent(token);
        if (known == null) {
            Jwt fresh = slow.decode(token);
            checked.put(token, fresh);
            return fresh;
        }
        return stillValid(known);
    }

    private Jwt stillValid(Jwt token) {
        var errors = validator.validate(token).getErrors();
        if (!errors.isEmpty()) {
            throw new JwtValidationException("The token is no longer valid", errors);
        }
        return token;
    }
}
