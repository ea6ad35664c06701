/**
 * The PostgreSQL under the books: the server that HQ runs itself, the pool, the schema.
 *
 * <p>Invariant: a committed transaction is on disk; the schema is the one this program was made
 * for, checked at start.
 */
@NullMarked
package dev.tillbridge.hq.database;

import org.jspecify.annotations.NullMarked;
