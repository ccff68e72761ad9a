/// What people of a body without a system of its own enter on the pages, and how it becomes the
/// same canonical message that a system would send.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"canonical", "clock", "directory", "ledger", "ledger :: reading"})
package org.ehcexchange.worktray;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
