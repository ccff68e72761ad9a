/// Runs the JSONata files under mappings/, with their code tables, on plain trees.
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical"})
package org.ehcexchange.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
