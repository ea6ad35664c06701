/**
 * Documents as HQ knows them: whole, at the lane that has them.
 *
 * <p>Invariant: at most one lane has a document from HQ at a time, until it has recorded it.
 */
@NullMarked
package dev.tillbridge.hq.document;

import org.jspecify.annotations.NullMarked;
