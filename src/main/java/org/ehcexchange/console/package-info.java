/// Web pages for people.
@NullMarked
package org.ehcexchange.console;

import org.jspecify.annotations.NullMarked;
