/// Runs the JSONata files under mappings/, with their code tables, on plain trees.
@NullMarked
package org.ehcexchange.mapping;

import org.jspecify.annotations.NullMarked;
