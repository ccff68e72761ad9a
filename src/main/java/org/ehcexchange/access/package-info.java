/// Who is calling: tokens and organisations, and what they may do.
@NullMarked
package org.ehcexchange.access;

import org.jspecify.annotations.NullMarked;
