/// Who is calling: tokens and organisations, and what they may do.
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "directory", "sealing"})
package org.ehcexchange.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
