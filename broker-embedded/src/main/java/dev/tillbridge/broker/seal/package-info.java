/**
 * The register's seal on everything it sends: an Ed25519 signature over the exact bytes, beside the
 * key that made it.
 *
 * <p>Invariant: sealed bytes are never taken apart and put together again; what is hashed, stored,
 * sent, kept and verified is one array of bytes.
 */
@NullMarked
package dev.tillbridge.broker.seal;

import org.jspecify.annotations.NullMarked;
