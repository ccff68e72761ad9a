/// The social care channel: JSON with Standard Safeguarding Dataset names, over HTTP.
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
            "mapping"
        })
package org.ehcexchange.agency.socialcare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
