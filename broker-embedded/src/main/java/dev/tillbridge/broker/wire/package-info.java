/**
 * The wire format: JSON, UTF-8, with a version, pinned by golden files.
 *
 * <p>Invariant: the bytes made here are the bytes hashed, stored, sent and kept; nobody writes an
 * entry again from its parsed form. Unknown fields are ignored, an unknown version is refused.
 */
@NullMarked
package dev.tillbridge.broker.wire;

import org.jspecify.annotations.NullMarked;
