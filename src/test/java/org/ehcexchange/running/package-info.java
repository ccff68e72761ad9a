/// A whole exchange inside a test, partners on real sockets, and messages to send through it.
@NullMarked
package org.ehcexchange.running;

import org.jspecify.annotations.NullMarked;
