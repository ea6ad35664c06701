/**
 * The register's process: its settings, and its parts wired together.
 *
 * <p>Invariant: parts are closed in the opposite order of their start, the broker last.
 */
@NullMarked
package dev.tillbridge.register;

import org.jspecify.annotations.NullMarked;
