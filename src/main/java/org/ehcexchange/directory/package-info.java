/// Who exists, who they are to each other, how they are reached and who succeeds them. Read from
/// YAML files.
@NullMarked
package org.ehcexchange.directory;

import org.jspecify.annotations.NullMarked;
