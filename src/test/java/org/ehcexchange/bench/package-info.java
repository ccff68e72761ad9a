/// The measure of the exchange: advice requests in, returns in, end to end to partners' sockets.
@NullMarked
package org.ehcexchange.bench;

import org.jspecify.annotations.NullMarked;
