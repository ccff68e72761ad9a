/// The health channel: FHIR R4 in JSON and XML, in and out.
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
            "ledger",
            "ledger :: commissioner",
            "ledger :: inbox",
            "ledger :: reading",
            "mapping"
        })
package org.ehcexchange.agency.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
