/**
 * From the stream into the books: bytes in, rows and postings out.
 *
 * <p>Invariant: an entry id is posted once, in the database transaction that stores its exact
 * bytes. What cannot be read or posted is kept with the reason and blocks nothing; other bytes
 * under a known id are kept for a human and change nothing.
 */
@NullMarked
package dev.tillbridge.hq.ingest;

import org.jspecify.annotations.NullMarked;
