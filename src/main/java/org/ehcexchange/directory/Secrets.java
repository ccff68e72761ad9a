package org.ehcexchange.directory;

import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The rules for secrets in directory files: outside the demo none is written in plain text, and
/// none is the demo's.
final class Secrets {

    private static final String DEMO_SECRET = "demo";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^:}]+}");
    private static final Pattern HASH =
            Pattern.compile(
                    "\\{bcrypt}\\$2[aby]?\\$\\d\\d\\$[./A-Za-z0-9]{53}"
                            + "|\\{pbkdf2(@SpringSecurity_v5_8)?}[0-9a-f]{32,}");

    private final boolean demo;
    private final PasswordEncoder encoder =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();
    private final Map<String, Boolean> demoHashes = new ConcurrentHashMap<>();

    Secrets(boolean demo) {
        this.demo = demo;
    }

    boolean isDemo() {
        return demo;
    }

    /// Whether the file may hold this text where a secret stands.
    boolean mayBeWritten(String text) {
        return demo || REFERENCE.matcher(text).matches();
    }

    Optional<Secret> check(Value value, Page page) {
        if (!demo && value.text().equals(DEMO_SECRET)) {
            page.problem(value.line(), ofTheDemo(value.key()));
            return Optional.empty();
        }
        return Optional.of(new Secret(value.text()));
    }

    /// A hash as the file gives it, in a form Spring Security reads.
    Optional<String> checkHash(Value value, Page page) {
        if (!HASH.matcher(value.text()).matches()) {
            page.problem(
                    value.line(),
                    "'%s' is not a {bcrypt} or {pbkdf2} hash: make one and quote it in the file"
                            .formatted(value.key()));
            return Optional.empty();
        }
        if (!demo && isHashOfDemo(value.text())) {
            page.problem(value.line(), ofTheDemo(value.key()));
            return Optional.empty();
        }
        return Optional.of(value.text());
    }

    /// Hashed once for each distinct secret, because hashing is slow by design and a reload must
    /// not
    /// make every organisation look changed.
    Optional<String> hash(String key, Secret secret, int line, Page page) {
        // BCrypt reads no further than 72 bytes.
        if (secret.value().getBytes(StandardCharsets.UTF_8).length > 72) {
            page.problem(line, "'%s' is longer than 72 bytes: choose a shorter one".formatted(key));
            return Optional.empty();
        }
        return Optional.of(hashes.computeIfAbsent(secret.value(), encoder::encode));
    }

    private boolean isHashOfDemo(String hash) {
        return demoHashes.computeIfAbsent(hash, known -> encoder.matches(DEMO_SECRET, known));
    }

    private static String ofTheDemo(String key) {
        return "'%s' is the demo's secret: choose one of your own, or start with the demo profile"
                .formatted(key);
    }
}
