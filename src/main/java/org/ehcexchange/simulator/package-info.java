/// Pretend partners for the demo, over real sockets: a school with an SFTP server, a children's NHS
/// trust with a FHIR server, a social care team and a psychology service with JSON and XML over
/// HTTP, and the council's own case system that tells the story; beside them the neighbouring
/// authority's exchange, which is the program itself once more.
///
/// They speak only wire formats, written from their own texts in `src/main/resources/simulator`,
/// and use nothing of the exchange: a shared mapping would prove only itself. What they answer
/// follows from the case reference (see `Reply`). Every child is invented, with an NHS number from
/// the range that is never issued.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.ehcexchange.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
