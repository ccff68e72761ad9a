/// When the law says something is due, how that stands on a day, and what excuses being late.
///
/// Pure: dates in, dates and reasons out, all of them local dates of Europe/London. What the law
/// says is in files; what is here only counts. It keeps no clock running: that is `timekeeping`.
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical"})
package org.ehcexchange.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
