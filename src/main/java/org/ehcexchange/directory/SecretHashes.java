package org.ehcexchange.directory;

import java.util.Optional;

/// Reads a secret that is kept as a hash: given as such, or as a reference that is hashed here.
final class SecretHashes {

    private final Page page;
    private final Fields fields;

    SecretHashes(Page page, Fields fields) {
        this.page = page;
        this.fields = fields;
    }

    /// The hash at `key` or at `key-hash`, if either is there.
    Optional<String> read(String key) {
        String hashed = key + "-hash";
        if (fields.has(key) && fields.has(hashed)) {
            fields.problem(fields.line(), "give '%s' or '%s', not both".formatted(key, hashed));
        }
        int line = fields.line(key);
        Secrets secrets = page.values().secrets();
        Optional<String> hash =
                fields.text(hashed).flatMap(value -> secrets.checkHash(value, page));
        return fields.secret(key)
                .flatMap(secret -> secrets.hash(key, secret, line, page))
                .or(() -> hash);
    }
}
