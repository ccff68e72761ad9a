/// Pretend partners for the demo. They speak only wire formats and share no mapping with the
/// exchange.
@NullMarked
package org.ehcexchange.simulator;

import org.jspecify.annotations.NullMarked;
