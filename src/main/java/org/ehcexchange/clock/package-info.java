/// When the law says something is due. Pure: dates in, dates out, in calendar days of
/// Europe/London.
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical"})
package org.ehcexchange.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
