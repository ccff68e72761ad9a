/// The social care channel: JSON with Standard Safeguarding Dataset names, over HTTP.
@NullMarked
package org.ehcexchange.agency.socialcare;

import org.jspecify.annotations.NullMarked;
