package org.ehcexchange.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Resolves `${NAME}` and `${NAME:default}` from Spring's environment, where NAME may be an
/// environment variable or any setting.
record Values(PropertyResolver properties, Secrets secrets) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

    Optional<Value> resolve(Value raw, Page page) {
        Optional<String> missing =
                REFERENCE
                        .matcher(raw.text())
                        .results()
                        .filter(reference -> lookUp(reference) == null)
                        .map(reference -> reference.group(1))
                        .findFirst();
        if (missing.isPresent()) {
            String name = missing.get();
            page.problem(
                    raw.line(),
                    "'%s' refers to ${%s}, which has no value: set the environment variable %s"
                            .formatted(raw.key(), name, name));
            return Optional.empty();
        }
        return Optional.of(raw.with(replace(raw.text())));
    }

    private String replace(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> Matcher.quoteReplacement(found(reference)));
    }

    private String found(MatchResult reference) {
        String value = lookUp(reference);
        return value == null ? "" : value;
    }

    private @Nullable String lookUp(MatchResult reference) {
        String set = properties.getProperty(reference.group(1));
        return set == null ? reference.group(2) : set;
    }

    /// A secret: a literal or a default only in the demo, a reference anywhere.
    Optional<Secret> secret(Value raw, Page page) {
        if (!secrets.mayBeWritten(raw.text())) {
            page.problem(
                    raw.line(),
                    "'%s' is in plain text: write ${NAME} here and set the environment variable NAME"
                            .formatted(raw.key()));
            return Optional.empty();
        }
        return resolve(raw, page).flatMap(value -> secrets.check(value, page));
    }
}
