package org.ehcexchange.running;

import org.ehcexchange.testing.TestDirectory;

import java.nio.file.Path;

/// Directory folders for tests: a council that collects, and partners that are posted to.
public final class Folders {

    private Folders() {}

    /// Northshire, which collects from its inbox.
    public static void council(Path folder) {
        RunningExchange.organisation(
                folder,
                "northshire",
                """
                code: LA:998
                name: Northshire County Council
                ods-code: ZL998
                roles: [authority]
                secret-hash: "%s"
                channel:
                  type: canonical-pull
                """
                        .formatted(TestDirectory.HASH));
    }

    /// A health provider that takes canonical messages at a URL.
    public static void provider(Path folder, String code, String url) {
        RunningExchange.organisation(
                folder,
                code.replace(':', '-').toLowerCase(java.util.Locale.ROOT),
                """
                code: %s
                name: A provider
                roles: [health-provider]
                channel:
                  type: canonical-push
                  endpoint: %s
                  login:
                    type: bearer
                    token: ${PARTNER_TOKEN}
                """
                        .formatted(code, url));
    }
}
