/// Pretend partners for the demo. They speak only wire formats and share no mapping with the
/// exchange.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.ehcexchange.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
