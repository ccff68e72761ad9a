/// The education channel: XML with Common Basic Data Set names, over SFTP and HTTP.
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
package org.ehcexchange.agency.education;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
