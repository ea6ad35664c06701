/**
 * The register's journal on the embedded broker.
 *
 * <p>Invariant: an entry is handed back as appended only after the broker has forced it to disk,
 * and only when it follows the tail.
 */
@NullMarked
package dev.tillbridge.broker.journal;

import org.jspecify.annotations.NullMarked;
