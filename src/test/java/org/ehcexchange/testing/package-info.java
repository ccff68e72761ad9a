/// What tests share: a real database, and clocks that stand still.
@NullMarked
package org.ehcexchange.testing;

import org.jspecify.annotations.NullMarked;
