package org.ehcexchange.agency.authority;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.ehcexchange.access.SealingKeys;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.util.Map;

/// The public keys that this exchange signs with, for whoever wants to compare them with what it
/// pinned.
@RestController
@Tag(name = "Between exchanges")
class KeysDoor {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final SealingKeys keys;

    KeysDoor(SealingKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/exchange/v1/jwks.json")
    @Operation(
            summary = "Read the exchange's public keys",
            description =
                    "A JWK set (RFC 7517). It tells nobody what to trust: partners pin keys in"
                            + " their directory, after comparing thumbprints over another way.")
    ResponseEntity<Map<String, Object>> published() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(GOOD_FOR).cachePublic())
                .body(keys.published().toJSONObject(true));
    }
}
