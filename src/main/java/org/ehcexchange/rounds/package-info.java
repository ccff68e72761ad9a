/// What is done by itself: a thread that looks regularly, and at once when it is woken.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.ehcexchange.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
