/// The only way out: outbox, one Artemis queue a partner, redelivery, pauses and dead letters.
@NullMarked
package org.ehcexchange.delivery;

import org.jspecify.annotations.NullMarked;
