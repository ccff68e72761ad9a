/// Who exists, who they are to each other, how they are reached and who succeeds them. Read from
/// YAML files.
@NullMarked
@ApplicationModule(allowedDependencies = {"canonical", "sealing"})
package org.ehcexchange.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
