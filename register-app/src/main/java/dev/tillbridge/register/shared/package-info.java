/**
 * What HQ told all lanes, kept at this one: documents, customers and stored values of others.
 *
 * <p>Invariant: it is what HQ knew at a version, and never this lane's own truth: it can be deleted
 * at any time and is read anew. Nothing here needs the link; only what is newer does.
 */
@NullMarked
package dev.tillbridge.register.shared;

import org.jspecify.annotations.NullMarked;
