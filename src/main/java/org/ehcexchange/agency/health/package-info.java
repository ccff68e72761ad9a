/// The health channel: FHIR R4 in JSON and XML, in and out.
@NullMarked
package org.ehcexchange.agency.health;

import org.jspecify.annotations.NullMarked;
