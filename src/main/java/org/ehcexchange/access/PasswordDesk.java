package org.ehcexchange.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Signs people in with the passwords of the directory.
///
/// Whoever is wrong too often waits, known or not, so that neither a password nor who exists can be
/// guessed.
final class PasswordDesk implements AuthenticationProvider {

    private static final int TRIES = 8;
    private static final Duration WAIT = Duration.ofMinutes(15);

    private final Greeter greeter;
    private final PasswordEncoder passwords;
    private final String nobodys;
    private final Cache<String, Integer> wrong =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WAIT).build();

    PasswordDesk(Greeter greeter, PasswordEncoder passwords) {
        this.greeter = greeter;
        this.passwords = passwords;
        this.nobodys = passwords.encode("the password of nobody");
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        String signIn = claimed.getName().strip().toLowerCase(Locale.ROOT);
        if (wrong.asMap().getOrDefault(signIn, 0) >= TRIES) {
            throw new LockedException("Wrong too often");
        }
        if (!isRight(signIn, String.valueOf(claimed.getCredentials()))) {
            wrong.asMap().merge(signIn, 1, Integer::sum);
            throw new BadCredentialsException("Wrong name or password");
        }
        wrong.invalidate(signIn);
        return UsernamePasswordAuthenticationToken.authenticated(signIn, "", List.of());
    }

    /// Takes as long for somebody unknown.
    private boolean isRight(String signIn, String password) {
        String hash =
                greeter.find(signIn).map(known -> known.person().secretHash()).orElse(nobodys);
        return passwords.matches(password, hash) && !hash.equals(nobodys);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
