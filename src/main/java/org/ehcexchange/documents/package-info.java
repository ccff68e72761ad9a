/// Reports and appendices: streamed in and out, stored by SHA-256, never whole in memory.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "canonical"})
package org.ehcexchange.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
