/// The authority channel: canonical JSON, pushed to a URL or pulled from an inbox.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "canonical",
            "clock",
            "delivery",
            "directory",
            "disclosure",
            "documents",
            "evidence",
            "ledger",
            "ledger :: reading",
            "ledger :: transfer",
            "mapping",
            "sealing"
        })
package org.ehcexchange.agency.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
