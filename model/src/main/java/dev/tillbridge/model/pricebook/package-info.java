/**
 * The price book: every value by key, the manifest that seals a version, and how a lane looks up.
 *
 * <p>Invariant: a book is complete only when the hash over its values equals its manifest's.
 */
@NullMarked
package dev.tillbridge.model.pricebook;

import org.jspecify.annotations.NullMarked;
