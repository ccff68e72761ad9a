/// May this go to them, and why. Pure; the only place that can make a [Cleared].
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "directory"})
package org.ehcexchange.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
