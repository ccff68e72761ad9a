/// The authority channel: canonical JSON, pushed to a URL or pulled from an inbox.
@NullMarked
package org.ehcexchange.agency.authority;

import org.jspecify.annotations.NullMarked;
