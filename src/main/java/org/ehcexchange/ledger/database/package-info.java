/// The database itself: PostgreSQL of one's own or one that starts with the exchange, and its
/// pool.
///
/// Not its tables: `src/main/resources/db/migration` makes them, and each room reads its own.
@NullMarked
package org.ehcexchange.ledger.database;

import org.jspecify.annotations.NullMarked;
